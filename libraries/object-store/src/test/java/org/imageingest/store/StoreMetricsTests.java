package org.imageingest.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;

class StoreMetricsTests {

	@ParameterizedTest
	@CsvSource({ "404,absent", "412,conflict", "409,conflict", "403,refused", "500,error", "503,error" })
	void tellsAnswersThatArePartOfTheWorkFromErrors(int status, String outcome) {
		assertThat(StoreMetrics.outcome(S3Exception.builder().statusCode(status).build())).isEqualTo(outcome);
	}

	@Test
	void tellsAStoreThatDoesNotAnswer() {
		assertThat(StoreMetrics.outcome(SdkClientException.create("Connection refused"))).isEqualTo("unreachable");
	}

	@Test
	void tellsZeroBeforeTheFirstError() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new StoreMetrics().bindTo(registry);
		assertThat(registry.get("ingest.store.calls").tag("outcome", "error").timer().count()).isZero();
	}

}
