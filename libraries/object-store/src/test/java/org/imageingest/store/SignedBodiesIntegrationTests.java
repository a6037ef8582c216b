package org.imageingest.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server takes bodies with and without a signature of their own.
 */
class SignedBodiesIntegrationTests {

	/** Several chunks of a signed body, and a part of one. */
	private static final int BYTES = 1_000_003;

	@TempDir
	private static Path folder;

	private static S3TestServer server;

	@BeforeAll
	static void start() throws Exception {
		server = S3TestServer.start();
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsWrittenIsRead(boolean trustedNetwork) throws Exception {
		byte[] content = new byte[BYTES];
		new Random(7).nextBytes(content);
		Path file = Files.write(folder.resolve("photo" + trustedNetwork), content);
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					ObjectStoreAutoConfiguration.class))
			.withPropertyValues(server.properties(server.newBucket()))
			.withPropertyValues("store.trusted-network=" + trustedNetwork)
			.run((context) -> {
				ObjectStore store = context.getBean(ObjectStore.class);
				store.putFile("photo", file, "image/jpeg");
				assertThat(store.putIfAbsent("document", content, "application/json")).isTrue();
				assertThat(store.find("photo").orElseThrow().content()).isEqualTo(content);
				assertThat(store.find("document").orElseThrow().content()).isEqualTo(content);
			});
	}

}
