package org.imageingest.store;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context.BeforeTransmission;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Bodies go without a signature only where nobody can change them.
 */
class UnsignedBodiesTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:9000", "http://127.8.9.1:9000", "http://[::1]:9000",
			"http://localhost:9000", "HTTP://LocalHost" })
	void insideThisMachineBodiesAreNotSigned(String endpoint) {
		SdkHttpRequest request = put(endpoint);
		assertThat(request.protocol()).isEqualTo("http");
		assertThat(digest(request)).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
		assertThat(request.firstMatchingHeader("Authorization")).hasValueSatisfying(
				(value) -> assertThat(value).contains("SignedHeaders=").contains("x-amz-content-sha256"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://s3.example.org:9000", "http://10.0.0.7:9000", "http://localhost.example.org" })
	void overANetworkBodiesAreSigned(String endpoint) {
		assertThat(digest(put(endpoint))).isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
	}

	@Test
	void overATrustedNetworkBodiesAreNotSigned() {
		SdkHttpRequest request = put("http://s3.example.org", "store.trusted-network=true");
		assertThat(digest(request)).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
		assertThat(request.protocol()).isEqualTo("http");
		assertThat(request.port()).isEqualTo(80);
	}

	@Test
	void insideThisMachineBodiesAreSignedOnDemand() {
		assertThat(digest(put("http://127.0.0.1:9000", "store.trusted-network=false")))
			.isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
	}

	@Test
	void overTlsItIsLeftToTheSdk() {
		SdkHttpRequest request = put("https://127.0.0.1:9000", "store.trusted-network=false");
		assertThat(digest(request)).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
		assertThat(request.protocol()).isEqualTo("https");
	}

	private static String digest(SdkHttpRequest request) {
		return request.firstMatchingHeader("x-amz-content-sha256").orElse("none");
	}

	/** Nothing is sent: the request is caught as it would be. */
	private static SdkHttpRequest put(String endpoint, String... settings) {
		Catcher catcher = new Catcher();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					ObjectStoreAutoConfiguration.class))
			.withPropertyValues("store.bucket=photos", "store.access-key=key", "store.secret-key=secret",
					"store.endpoint=" + endpoint)
			.withPropertyValues(settings)
			.run((context) -> {
				try (S3Client client = context.getBean(S3Clients.class).client(catcher)) {
					assertThatExceptionOfType(Caught.class)
						.isThrownBy(() -> client.putObject((request) -> request.bucket("photos").key("a"),
								RequestBody.fromBytes(new byte[100])));
				}
			});
		return catcher.request.get();
	}

	private static final class Catcher implements ExecutionInterceptor {

		private final AtomicReference<SdkHttpRequest> request = new AtomicReference<>();

		@Override
		public void beforeTransmission(BeforeTransmission context, ExecutionAttributes attributes) {
			this.request.set(context.httpRequest());
			throw new Caught();
		}

	}

	private static final class Caught extends RuntimeException {

	}

}
