package org.imageingest.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Some S3-compatible servers refuse the checksums that the SDK sends of its own accord.
 */
class ChecksumsTests {

	private final List<String> headers = new CopyOnWriteArrayList<>();

	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			exchange.getRequestHeaders().keySet().forEach((name) -> this.headers.add(name.toLowerCase(Locale.ROOT)));
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	@Test
	void areSentWhereverTheyCanBe() {
		put("when-supported");
		assertThat(this.headers).anyMatch((name) -> name.startsWith("x-amz-checksum") || name.equals("x-amz-trailer"));
	}

	@Test
	void areLeftOutWhereTheyAreNotRequired() {
		put("when-required");
		assertThat(this.headers).isNotEmpty()
			.noneMatch((name) -> name.startsWith("x-amz-checksum") || name.equals("x-amz-trailer"));
	}

	private void put(String use) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					ObjectStoreAutoConfiguration.class))
			.withPropertyValues("store.bucket=photos", "store.access-key=key", "store.secret-key=secret",
					"store.endpoint=" + URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()),
					"store.request-checksums=" + use, "store.response-checksums=" + use)
			.run((context) -> context.getBean(ObjectStore.class).put("a", new byte[] { 1 }, "image/jpeg"));
	}

}
