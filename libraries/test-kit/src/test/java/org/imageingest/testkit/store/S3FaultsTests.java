package org.imageingest.testkit.store;

import java.net.URI;
import java.time.Duration;

import org.imageingest.testkit.store.S3Faults.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class S3FaultsTests {

	private final S3Faults faults = new S3Faults();

	private S3TestServer server;

	private String bucket;

	private S3Client client;

	@BeforeEach
	void start() throws Exception {
		this.server = S3TestServer.start(this.faults);
		this.bucket = this.server.newBucket();
		this.client = client(this.server.endpoint());
	}

	@AfterEach
	void stop() throws Exception {
		this.client.close();
		this.server.close();
	}

	@Test
	void refusedRequestsDoNothingAndTheNextSucceeds() {
		this.faults.add((operation) -> operation.name().equals("put"), Kind.refused(503), 1);

		assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> put("one"))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(503));
		assertThat(keys()).isZero();

		put("one");
		assertThat(keys()).isEqualTo(1);
	}

	@Test
	void requestsMayBeDoneAndYetRefused() {
		this.faults.add((operation) -> operation.key().startsWith("some/"), Kind.doneButRefused(500),
				S3Faults.UNLIMITED);

		put("other/one");
		assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> put("some/one"))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(500));

		assertThat(keys()).isEqualTo(2);
	}

	@Test
	void slowRequestsSucceedLateUntilTheStoreIsWellAgain() {
		Duration late = Duration.ofSeconds(2);
		this.faults.add((operation) -> operation.key().equals("one"), Kind.slow(late), S3Faults.UNLIMITED);
		assertThat(timeOfPut()).isGreaterThanOrEqualTo(late);
		assertThat(keys()).isEqualTo(1);

		this.faults.clear();
		assertThat(timeOfPut()).isLessThan(late);
	}

	private Duration timeOfPut() {
		long start = System.nanoTime();
		put("one");
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void put(String key) {
		this.client.putObject((request) -> request.bucket(this.bucket).key(key), RequestBody.fromString("bytes"));
	}

	private int keys() {
		return this.client.listObjectsV2((request) -> request.bucket(this.bucket)).keyCount();
	}

	private static S3Client client(URI endpoint) {
		return S3Client.builder()
			.httpClientBuilder(Apache5HttpClient.builder())
			.endpointOverride(endpoint)
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(S3TestServer.ACCESS_KEY, S3TestServer.SECRET_KEY)))
			.overrideConfiguration((override) -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
			.build();
	}

}
