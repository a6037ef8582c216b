package org.imageingest.source.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.web.IngestApi.Answer;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = IngestSourceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=ingest-source")
@Import({ TestChannelBinderConfiguration.class, ConfirmingBroker.class })
class IngestApiIntegrationTests {

	private static final int LIMIT = 15 * 1024 * 1024;

	private static final String WRITE = "ingest:write ingest:read";

	@TempDir
	static Path folder;

	private static IngestServer server;

	private static TestTokens tokens;

	@Autowired
	private OutputDestination broker;

	@Autowired
	private InputDestination events;

	@Autowired
	private ObjectStore store;

	@Autowired
	private JsonMapper json;

	private IngestApi api;

	private String anna;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws Exception {
		server = IngestServer.start(folder, registry);
		tokens = server.tokens();
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.api = new IngestApi(port);
		this.anna = tokens.of("anna", WRITE);
		this.broker.clear();
	}

	/** One that waits for a silent store is not to hold up the others. */
	@Test
	void everyScheduledTaskHasAThreadOfItsOwn(@Autowired ThreadPoolTaskScheduler scheduler,
			@Autowired ScheduledTaskHolder tasks) {
		assertThat(tasks.getScheduledTasks()).isNotEmpty()
			.hasSizeLessThanOrEqualTo(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize());
	}

	@Test
	void anAcceptedPhotoIsStagedAndSentOnItsWay() throws Exception {
		byte[] photo = photo();
		Answer answer = this.api.upload(this.anna, photo, "../../beach.jpg");
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.text("status")).isEqualTo("processing");
		assertThat(answer.body().path("estimatedTime").asLong()).isPositive();
		String jobId = answer.text("jobId");
		assertThat(answer.response().headers().firstValue("Location")).contains("/api/v1/ingest/status/" + jobId);

		UploadedImage message = sent();
		assertThat(message.jobId()).isEqualTo(jobId);
		assertThat(message.owner()).isEqualTo("anna");
		assertThat(message.filename()).isEqualTo("beach.jpg");
		assertThat(message.tags()).containsExactly("sea", "sun");
		assertThat(message.original().bytes()).isEqualTo(photo.length);
		assertThat(message.original().contentType()).isEqualTo("image/jpeg");
		assertThat(this.store.find(message.original().key()).orElseThrow().content()).isEqualTo(photo);
		assertThat(workFiles()).isEmpty();
	}

	@Test
	void aPhotoOfExactlyTheLimitIsTaken() throws Exception {
		assertThat(this.api.upload(this.anna, photoOf(LIMIT), "a.jpg").status()).isEqualTo(202);
		assertThat(this.api.uploadChunked(this.anna, photoOf(LIMIT), "b.jpg").status()).isEqualTo(202);
		assertThat(List.of(sent().filename(), sent().filename())).containsExactlyInAnyOrder("a.jpg", "b.jpg");
	}

	@Test
	void oneByteMoreIsRefusedAndTheClientReadsWhy() throws Exception {
		for (Answer answer : new Answer[] { this.api.upload(this.anna, photoOf(LIMIT + 1), "a.jpg"),
				this.api.uploadChunked(this.anna, photoOf(LIMIT + 1), "a.jpg") }) {
			assertProblem(answer, 413, "file-too-large");
			assertThat(answer.body().path("limit").asLong()).isEqualTo(LIMIT);
			assertThat(answer.body().path("actual").asLong()).isEqualTo(LIMIT + 1);
		}
		assertThat(workFiles()).isEmpty();
	}

	@Test
	void aFileOfTwiceTheLimitIsRefusedAndTheClientReadsWhy() throws Exception {
		assertProblem(this.api.upload(this.anna, photoOf(2 * LIMIT), "a.jpg"), 413, "file-too-large");
		assertProblem(this.api.uploadChunked(this.anna, photoOf(2 * LIMIT), "a.jpg"), 413, "file-too-large");
	}

	@Test
	void whatIsNoPhotoIsRefusedByItsContent() throws Exception {
		assertProblem(upload("%PDF-1.7 ..."), 415, "unsupported-image-type");
		assertProblem(upload("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), 415, "unsupported-image-type");
		assertProblem(upload(""), 422, "empty-file");
		assertProblem(this.api.upload(this.anna, Arrays.copyOf(photo(), 20), "a.jpg"), 422, "corrupt-image");
		assertThat(workFiles()).isEmpty();
	}

	@Test
	void requestsThatAreNoUploadAreRefused() throws Exception {
		byte[] photo = photo();
		assertProblem(this.api.exchange("POST", this.anna, "/api/v1/ingest/upload"), 400, "invalid-upload");
		assertProblem(this.api.uploadForm(this.anna, IngestApi.parts(IngestApi.part("picture", "a.jpg", photo))), 400,
				"invalid-upload");
		assertProblem(this.api.uploadForm(this.anna,
				IngestApi.parts(IngestApi.part("image", "a.jpg", photo), IngestApi.part("image", "b.jpg", photo))), 400,
				"invalid-upload");
		assertProblem(this.api.uploadForm(this.anna, Arrays.copyOf(IngestApi.form(photo, "a.jpg"), 200)), 400,
				"invalid-upload");
		assertProblem(this.api.uploadForm(this.anna,
				IngestApi.parts(IngestApi.part("keepLocation", null, "true".getBytes(StandardCharsets.UTF_8)),
						IngestApi.part("image", "a.jpg", photo))),
				422, "location-opt-in-not-allowed");
		assertThat(workFiles()).isEmpty();
	}

	@Test
	void thePreviewOfARawIsStagedWithItInAnyOrder() throws Exception {
		byte[] preview = photo();
		byte[] rawPart = IngestApi.part("image", "a.nef", TestRaw.NEF.with(photo(), 1));
		byte[] previewPart = IngestApi.part("preview", "a.jpg", preview);
		for (byte[] form : new byte[][] { IngestApi.parts(rawPart, previewPart),
				IngestApi.parts(previewPart, rawPart) }) {
			Answer answer = this.api.uploadForm(this.anna, form);
			assertThat(answer.status()).isEqualTo(202);
			UploadedImage message = sent();
			assertThat(message.original().ext()).isEqualTo("nef");
			PreviewObject staged = message.preview();
			assertThat(staged.key()).isEqualTo(ObjectKeys.stagedPreview(message.jobId()));
			assertThat(staged.bytes()).isEqualTo(preview.length);
			assertThat(staged.sha256())
				.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(preview)));
			assertThat(this.store.find(staged.key()).orElseThrow().content()).isEqualTo(preview);

			report(JobEvent.failed(message, JobStage.GENERATING_VARIANTS, Instant.now(),
					Problem.of(ProblemType.CORRUPT_IMAGE, "The scan ends early").at(message.jobId()), false));
			await().untilAsserted(() -> assertThat(this.store.exists(staged.key())).isFalse());
		}
		assertThat(workFiles()).isEmpty();
	}

	@Test
	void aPreviewThatCannotBeTakenIsRefusedWithItsReason() throws Exception {
		byte[] raw = IngestApi.part("image", "a.nef", TestRaw.NEF.with(photo(), 1));
		byte[] jpeg = IngestApi.part("image", "a.jpg", photo());
		byte[] preview = IngestApi.part("preview", "p.jpg", photo());
		assertProblem(form(jpeg, preview), 422, "preview-not-taken");
		assertProblem(form(preview, jpeg), 422, "preview-not-taken");
		assertProblem(form(preview), 400, "invalid-upload");
		assertProblem(form(raw, preview, preview), 400, "invalid-upload");
		assertProblem(form(raw, preview("")), 422, "empty-file");
		assertProblem(form(raw, preview("GIF89a, and no JPEG")), 415, "unsupported-image-type");
		assertProblem(form(raw, IngestApi.part("preview", "p.jpg", Arrays.copyOf(photo(), 20))), 422, "corrupt-image");
		Answer tooLarge = form(raw, IngestApi.part("preview", "p.jpg", photoOf(LIMIT + 1)));
		assertProblem(tooLarge, 413, "file-too-large");
		assertThat(tooLarge.body().path("limit").asLong()).isEqualTo(LIMIT);
		assertThat(workFiles()).isEmpty();
	}

	private Answer form(byte[]... parts) {
		return this.api.uploadForm(this.anna, IngestApi.parts(parts));
	}

	private static byte[] preview(String content) {
		return IngestApi.part("preview", "p.jpg", content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void tokensAreNeededAndTheirScopesCount() throws Exception {
		assertProblem(this.api.upload(null, photo(), "a.jpg"), 401, "unauthorized");
		assertProblem(this.api.upload("nonsense", photo(), "a.jpg"), 401, "unauthorized");
		assertProblem(this.api.upload(tokens.of("anna", WRITE, "another-service", Instant.now().plusSeconds(60)),
				photo(), "a.jpg"), 401, "unauthorized");
		assertProblem(this.api.upload(tokens.of("anna", WRITE, "image-ingest", Instant.now().minusSeconds(600)),
				photo(), "a.jpg"), 401, "unauthorized");
		assertProblem(this.api.upload(tokens.of("anna", "ingest:read"), photo(), "a.jpg"), 403, "forbidden");
		assertProblem(this.api.get(null, "/api/v1/ingest/status/job_1", "*/*"), 401, "unauthorized");
	}

	@Test
	void anotherOwnersJobIsNotFound() throws Exception {
		String jobId = this.api.upload(this.anna, photo(), "a.jpg").text("jobId");
		assertThat(status(this.anna, jobId).status()).isEqualTo(200);
		assertProblem(status(tokens.of("ben", WRITE), jobId), 404, "not-found");
		assertProblem(status(this.anna, "job_unknown"), 404, "not-found");
		assertProblem(status(this.anna, "img_1"), 404, "not-found");
	}

	@Test
	void errorsAreProblemsWhateverTheClientAccepts() {
		assertProblem(this.api.get(this.anna, "/api/v1/nothing", "application/json"), 404, "not-found");
		assertProblem(this.api.get(this.anna, "/api/v1/ingest/status/job_1", "text/event-stream"), 404, "not-found");
		assertProblem(this.api.exchange("PUT", this.anna, "/api/v1/ingest/upload"), 405, "method-not-allowed");
		assertProblem(this.api.get(null, "/api/v1/ingest/status/job_1", "text/event-stream"), 401, "unauthorized");
	}

	@Test
	void reportsOfThePipelineShowInTheStatus() throws Exception {
		String jobId = this.api.upload(this.anna, photo(), "a.jpg").text("jobId");
		UploadedImage message = sent();
		Answer queued = status(this.anna, jobId);
		assertThat(queued.text("stage")).isEqualTo("queued");
		assertThat(queued.body().path("progress").asInt()).isEqualTo(10);
		assertThat(queued.response().headers().firstValue("Cache-Control")).contains("no-store");

		report(JobEvent.progress(message, JobStage.GENERATING_VARIANTS, Instant.now()));
		await()
			.untilAsserted(() -> assertThat(status(this.anna, jobId).text("stage")).isEqualTo("generating_variants"));

		report(JobEvent.failed(message, JobStage.GENERATING_VARIANTS, Instant.now(),
				Problem.of(ProblemType.CORRUPT_IMAGE, "The scan ends early").at(jobId), false));
		await().untilAsserted(() -> assertThat(status(this.anna, jobId).text("status")).isEqualTo("failed"));
		Answer failed = status(this.anna, jobId);
		assertThat(failed.body().path("error").path("type").asString()).isEqualTo("/problems/corrupt-image");
		assertThat(failed.body().path("retryable").asBoolean()).isFalse();
		await().untilAsserted(() -> assertThat(this.store.exists(message.original().key())).isFalse());
	}

	@Test
	void healthIsOpenButItsPartsAreForAdmins() {
		for (String path : new String[] { "/health", "/api/v1/health" }) {
			Answer answer = this.api.get(null, path, "*/*");
			assertThat(answer.text("status")).isIn("up", "degraded");
			assertThat(answer.body().has("components")).isFalse();
			Answer admin = this.api.get(tokens.of("root", "ingest:admin"), path, "*/*");
			assertThat(admin.body().path("components").path("store").asString()).isEqualTo("up");
			assertThat(admin.body().path("components").path("db").asString()).isEqualTo("up");
		}
	}

	@Test
	void thePageIsOpenToBrowsersWithoutAToken(@LocalServerPort int port) throws Exception {
		for (String path : new String[] { "/", "/page/main.js", "/page/style.css" }) {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
						HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isNotBlank();
			assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		}
	}

	private Answer upload(String content) {
		return this.api.upload(this.anna, content.getBytes(StandardCharsets.UTF_8), "photo.jpg");
	}

	private Answer status(String token, String jobId) {
		return this.api.get(token, "/api/v1/ingest/status/" + jobId, "application/json");
	}

	private UploadedImage sent() {
		return this.json.readValue(this.broker.receive(5000, "uploaded-images").getPayload(), UploadedImage.class);
	}

	private void report(JobEvent event) {
		this.events.send(new GenericMessage<>(this.json.writeValueAsBytes(event)), "ingest-events");
	}

	private static void assertProblem(Answer answer, int status, String type) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.isProblem()).isTrue();
		assertThat(answer.text("type")).isEqualTo("/problems/" + type);
		assertThat(answer.body().path("status").asInt()).isEqualTo(status);
		assertThat(answer.text("title")).isNotBlank();
		assertThat(answer.text("detail")).isNotBlank();
		assertThat(answer.text("instance")).startsWith("/");
	}

	private static List<Path> workFiles() throws IOException {
		try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
			return files.filter(Files::isRegularFile).filter((file) -> !file.toString().endsWith(".lock")).toList();
		}
	}

	private static byte[] photo() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
		return out.toByteArray();
	}

	/** A photo with trailing bytes, which readers of JPEG pass over. */
	private static byte[] photoOf(int bytes) throws IOException {
		return Arrays.copyOf(photo(), bytes);
	}

}
