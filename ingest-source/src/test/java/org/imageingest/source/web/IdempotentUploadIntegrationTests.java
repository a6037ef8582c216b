package org.imageingest.source.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.web.IngestApi.Answer;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = IngestSourceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=ingest-source", "ingest.batch.max-request-size=20MB",
				"image.metadata.allow-location-opt-in=true" })
@Import({ TestChannelBinderConfiguration.class, ConfirmingBroker.class })
class IdempotentUploadIntegrationTests {

	private static final String UPLOAD = "/api/v1/ingest/upload";

	private static final String BATCH = "/api/v1/ingest/batch";

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	static Path folder;

	private static IngestServer server;

	@Autowired
	private JdbcClient jdbc;

	private IngestApi api;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws Exception {
		server = IngestServer.start(folder, registry);
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.api = new IngestApi(port);
	}

	@Test
	void twentyRequestsAtOnceMakeOneJob() throws Exception {
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(20)) {
			List<Future<Answer>> pending = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				pending.add(clients.submit(() -> post(UPLOAD, "twenty", image(1))));
			}
			for (Future<Answer> answer : pending) {
				answers.add(answer.get());
			}
		}
		assertThat(answers).extracting(Answer::status).isSubsetOf(202, 409);
		assertThat(answers.stream().filter((answer) -> answer.status() == 202).map((answer) -> answer.text("jobId")))
			.isNotEmpty()
			.containsOnly(jobIds("twenty").getFirst());
		assertThat(answers).filteredOn((answer) -> answer.status() == 409).allSatisfy((answer) -> {
			assertThat(answer.text("type")).isEqualTo("/problems/request-in-progress");
			assertThat(answer.response().headers().firstValue("Retry-After")).contains("2");
		});
		assertThat(jobIds("twenty")).hasSize(1);
		assertSame(post(UPLOAD, "\"twenty\"", image(1)), post(UPLOAD, "twenty", image(1)));
	}

	@Test
	void aBatchIsAnsweredAgainWithoutBeingDoneAgain() {
		Answer first = post(BATCH, "batch", tags("sun,sea"), image(1), image(2), image("%PDF-1.7"));
		assertThat(first.status()).isEqualTo(202);
		Answer second = post(BATCH, "batch", image(1), image(2), image("%PDF-1.7"), tags("sea, sun"));
		assertSame(first, second);
		assertThat(second.response().headers().firstValue("Idempotency-Replayed")).contains("true");
		assertThat(jobIds("batch")).hasSize(2);
		for (Answer other : List.of(post(BATCH, "batch", tags("sun,sea"), image(2), image(1), image("%PDF-1.7")),
				post(BATCH, "batch", image(1), image(2), image("%PDF-1.7")))) {
			assertThat(other.status()).isEqualTo(422);
			assertThat(other.text("type")).isEqualTo("/problems/idempotency-key-reused");
		}
	}

	@Test
	void theWishToKeepTheLocationIsPartOfTheRequestAndOfItsJobs() {
		for (String path : List.of(UPLOAD, BATCH)) {
			String key = "location" + path.length();
			Answer first = post(path, key, keepLocation("true"), image(1));
			assertThat(first.status()).withFailMessage(first::toString).isEqualTo(202);
			assertSame(first, post(path, key, image(1), keepLocation("true")));
			assertThat(post(path, key, image(1)).text("type")).isEqualTo("/problems/idempotency-key-reused");
			assertThat(keepsLocation(key)).containsExactly(true);
			post(path, key + "-not", image(1), keepLocation("false"));
			assertThat(keepsLocation(key + "-not")).containsExactly(false);
			assertThat(post(path, key + "-what", image(1), keepLocation("yes")).text("type"))
				.isEqualTo("/problems/invalid-upload");
		}
	}

	private static byte[] keepLocation(String value) {
		return IngestApi.part("keepLocation", null, value.getBytes(StandardCharsets.UTF_8));
	}

	private List<Boolean> keepsLocation(String owner) {
		return this.jdbc.sql("select keep_location from job where owner = :owner")
			.param("owner", owner)
			.query(Boolean.class)
			.list();
	}

	@Test
	void refusalsAreToldAgainToTheSameBodyOnly() {
		assertRefusedAgain(UPLOAD, "pdf", 415, image("%PDF-1.7 " + "x".repeat(MEGABYTE)),
				image("%PDF-1.7 " + "x".repeat(MEGABYTE - 1) + "y"));
		assertRefusedAgain(UPLOAD, "large", 413, image(IngestServer.photoOf(16 * MEGABYTE)),
				image(IngestServer.photoOf(16 * MEGABYTE + 1)));
		assertRefusedAgain(BATCH, "none", 422, image("%PDF-1.7 a"), image("%PDF-1.7 b"));
		byte[] twoLarge = join(image(IngestServer.photoOf(14 * MEGABYTE)), image(IngestServer.photoOf(14 * MEGABYTE)));
		assertRefusedAgain(BATCH, "request", 413, twoLarge, join(twoLarge, image(1)));
	}

	@Test
	void aBrokenBodyLeavesTheKeyFree() {
		byte[] form = IngestApi.parts(image(1));
		Answer broken = this.api.postForm(server.token("broken"), UPLOAD,
				BodyPublishers.ofByteArray(form, 0, form.length - 30), "Idempotency-Key", "broken");
		assertThat(broken.status()).isEqualTo(400);
		assertThat(post(UPLOAD, "broken", image(1)).status()).isEqualTo(202);
	}

	@Test
	void aMalformedKeyIsRefused() {
		Answer answer = post(UPLOAD, "two words", image(1));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("type")).isEqualTo("/problems/invalid-idempotency-key");
	}

	private void assertRefusedAgain(String path, String key, int status, byte[] body, byte[] other) {
		Answer first = post(path, key, body);
		assertThat(first.status()).isEqualTo(status);
		Answer second = post(path, key, body);
		assertSame(first, second);
		assertThat(second.response().headers().firstValue("Idempotency-Replayed")).contains("true");
		assertThat(post(path, key, other).text("type")).isEqualTo("/problems/idempotency-key-reused");
	}

	private static void assertSame(Answer first, Answer second) {
		assertThat(second.status()).isEqualTo(first.status());
		assertThat(second.response().body()).isEqualTo(first.response().body());
		assertThat(second.contentType()).isEqualTo(first.contentType());
		assertThat(second.response().headers().allValues("Location"))
			.isEqualTo(first.response().headers().allValues("Location"));
	}

	/**
	 * Each key is of an owner of its name, so that tests do not count each other's jobs.
	 */
	private Answer post(String path, String key, byte[]... parts) {
		return this.api.postForm(server.token(key.replace("\"", "")), path,
				BodyPublishers.ofByteArray(IngestApi.parts(parts)), "Idempotency-Key", key);
	}

	private List<String> jobIds(String owner) {
		return this.jdbc.sql("select job_id from job where owner = ?").param(owner).query(String.class).list();
	}

	private static byte[] image(int number) {
		return image(IngestServer.photo(number));
	}

	private static byte[] image(String content) {
		return image(content.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] image(byte[] content) {
		return IngestApi.part("image", "a.jpg", content);
	}

	private static byte[] tags(String tags) {
		return IngestApi.part("tags", null, tags.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] join(byte[] one, byte[] other) {
		byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, all, one.length, other.length);
		return all;
	}

}
