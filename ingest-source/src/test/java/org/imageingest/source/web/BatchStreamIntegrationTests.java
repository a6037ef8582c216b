package org.imageingest.source.web;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.web.IngestApi.Answer;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.willAnswer;

/**
 * What happens while the body of a batch comes in.
 */
@SpringBootTest(classes = IngestSourceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=ingest-source")
@Import({ TestChannelBinderConfiguration.class, ConfirmingBroker.class })
class BatchStreamIntegrationTests {

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	static Path folder;

	private static IngestServer server;

	@LocalServerPort
	private int port;

	@MockitoSpyBean
	private ObjectStore store;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws Exception {
		server = IngestServer.start(folder, registry);
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@Test
	void aClientThatBreaksOffLeavesNothing() throws Exception {
		try (Socket client = connect("Content-Length: 1000000")) {
			for (int i = 0; i < 5; i++) {
				send(client, IngestApi.part("image", i + ".jpg", IngestServer.photo(i)));
			}
			await().until(() -> staged() == 4);
		}
		await().until(() -> staged() == 0);
		await().until(() -> server.workFiles().isEmpty());
		assertThat(this.jdbc.sql("select count(*) from job").query(Integer.class).single()).isZero();
	}

	@Test
	void theHeapDoesNotGrowWithTheFilesAndTheDiskHoldsFew() throws Exception {
		int files = 12;
		byte[] part = IngestApi.part("image", "a.jpg", IngestServer.photoOf(14 * MEGABYTE));
		byte[] end = IngestApi.parts();
		try (Socket client = connect("Content-Length: " + (files * (long) part.length + end.length))) {
			long before = usedHeap();
			for (int i = 0; i < files; i++) {
				send(client, part);
				assertThat(server.workFiles().size()).isLessThanOrEqualTo(5);
				if (i == files / 2) {
					int received = i;
					await().until(() -> staged() >= received);
					assertThat(usedHeap() - before).isLessThan(8L * MEGABYTE);
				}
			}
			send(client, end);
			byte[] status = client.getInputStream().readNBytes("HTTP/1.1 202".length());
			assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 202");
		}
		assertThat(server.workFiles()).isEmpty();
		this.store.deleteAll(ObjectKeys.STAGING);
		this.jdbc.sql("delete from outbox").update();
		this.jdbc.sql("delete from job").update();
	}

	@Test
	void ifTheStoreFailsMidwayNothingIsAcceptedAndTheClientReadsWhy() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		willAnswer((call) -> {
			if (calls.incrementAndGet() > 3) {
				throw SdkClientException.create("The store is down");
			}
			return call.callRealMethod();
		}).given(this.store).putFile(anyString(), any(), anyString());
		byte[][] parts = new byte[40][];
		Arrays.setAll(parts, (i) -> IngestApi.part("image", i + ".jpg", IngestServer.photo(i)));
		Answer answer = new IngestApi(this.port).postForm(server.token("anna"), "/api/v1/ingest/batch",
				BodyPublishers.ofByteArray(IngestApi.parts(parts)));
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.text("type")).isEqualTo("/problems/service-unavailable");
		assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
		assertThat(staged()).isZero();
		assertThat(server.workFiles()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from job").query(Integer.class).single()).isZero();
	}

	private Socket connect(String header) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		send(socket,
				("POST /api/v1/ingest/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
						+ server.token("anna") + "\r\nContent-Type: multipart/form-data; boundary=" + IngestApi.BOUNDARY
						+ "\r\n" + header + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static void send(Socket socket, byte[] bytes) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write(bytes);
		out.flush();
	}

	private long staged() {
		return this.store.list(ObjectKeys.STAGING).count();
	}

	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
