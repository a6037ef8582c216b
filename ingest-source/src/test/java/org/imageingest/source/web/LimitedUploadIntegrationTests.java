package org.imageingest.source.web;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.web.IngestApi.Answer;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = IngestSourceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=ingest-source", "ingest.limits.uploads-per-minute=6",
				"ingest.limits.jobs-in-flight=3" })
@Import({ TestChannelBinderConfiguration.class, ConfirmingBroker.class })
class LimitedUploadIntegrationTests {

	@TempDir
	static Path folder;

	private static IngestServer server;

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
	void aBatchUsesUpTheMinuteOfItsOwnerAlone() {
		assertThat(batch("anna", 7).status()).isEqualTo(202);
		await().untilAsserted(
				() -> assertRefused(this.api.upload(server.token("anna"), photo(), "a.jpg"), "too-many-jobs", 3, 7));
		assertThat(batch("cora", 7, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).status()).isEqualTo(422);
		Answer refused = this.api.upload(server.token("cora"), photo(), "a.jpg");
		assertRefused(refused, "too-many-requests", 6, 7);
		int seconds = Integer.parseInt(refused.response().headers().firstValue("Retry-After").orElseThrow());
		assertThat(seconds).isBetween(1, 20);
		assertThat(this.api.upload(server.token("ben"), photo(), "a.jpg").status()).isEqualTo(202);
	}

	@Test
	void anAnswerThatIsGivenOnceMoreIsNotCounted() {
		BodyPublisher form = BodyPublishers.ofByteArray(IngestApi.form(photo(), "a.jpg"));
		String dora = server.token("dora");
		for (int i = 0; i < 10; i++) {
			Answer answer = this.api.postForm(dora, "/api/v1/ingest/upload", form, "Idempotency-Key", "the-only-one");
			assertThat(answer.status()).as("%s. %s", i, answer.body()).isEqualTo(202);
		}
		assertThat(this.api.upload(dora, photo(), "a.jpg").status()).isEqualTo(202);
	}

	private Answer batch(String owner, int files) {
		return batch(owner, files, photo());
	}

	private Answer batch(String owner, int files, byte[] file) {
		byte[][] parts = new byte[files][];
		Arrays.fill(parts, IngestApi.part("image", "a.jpg", file));
		return this.api.postForm(server.token(owner), "/api/v1/ingest/batch",
				BodyPublishers.ofByteArray(IngestApi.parts(parts)));
	}

	private static byte[] photo() {
		return IngestServer.photo(1);
	}

	private static void assertRefused(Answer answer, String type, int limit, int actual) {
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.isProblem()).isTrue();
		assertThat(answer.text("type")).isEqualTo("/problems/" + type);
		assertThat(answer.body().path("limit").asInt()).isEqualTo(limit);
		assertThat(answer.body().path("actual").asInt()).isEqualTo(actual);
		assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
	}

}
