package org.imageingest.store;

import java.nio.file.Path;

import org.imageingest.testkit.network.ServerCertificate;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A store that is reached by TLS and shows a certificate that no public authority signed.
 */
class TransportSecurityIntegrationTests {

	@TempDir
	private static Path directory;

	private static ServerCertificate certificate;

	private static S3TestServer server;

	private static ApplicationContextRunner runner;

	@BeforeAll
	static void start() throws Exception {
		certificate = ServerCertificate.in(directory);
		server = S3TestServer.startSecure(certificate.keyStore(), certificate.password());
		runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					ObjectStoreAutoConfiguration.class))
			.withPropertyValues(server.properties(server.newBucket()));
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@Test
	void aBundleNamesTheCertificatesThatAreTrusted() {
		runner.withPropertyValues(certificate.trustedAs("store"))
			.withPropertyValues("store.ssl-bundle=store")
			.run((context) -> {
				ObjectStore store = context.getBean(ObjectStore.class);
				store.put("staging/job_1/original", new byte[] { 1, 2, 3 }, "image/jpeg");
				assertThat(store.find("staging/job_1/original"))
					.hasValueSatisfying((stored) -> assertThat(stored.content()).containsExactly(1, 2, 3));
			});
	}

	@Test
	void withoutTheBundleTheStoreIsNotTrusted() {
		runner.withPropertyValues("store.call-timeout=30s")
			.run((context) -> assertThatExceptionOfType(SdkClientException.class)
				.isThrownBy(() -> context.getBean(ObjectStore.class).exists("staging/job_1/original"))
				.withStackTraceContaining("unable to find valid certification path"));
	}

	@Test
	void aBundleThatIsNotThereStopsTheStart() {
		runner.withPropertyValues("store.ssl-bundle=nowhere")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("nowhere"));
	}

}
