package org.imageingest.source.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.web.IngestApi.Answer;
import org.imageingest.store.ImagePublisher;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.PublishOutcome;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.broker.ConfirmingBroker;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What clients can do about jobs and images that are there. The test plays the pipeline.
 */
@SpringBootTest(classes = IngestSourceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=ingest-source")
@Import({ TestChannelBinderConfiguration.class, ConfirmingBroker.class })
class JobControlIntegrationTests {

	@TempDir
	static Path folder;

	private static IngestServer server;

	@Autowired
	private OutputDestination broker;

	@Autowired
	private InputDestination events;

	@Autowired
	private ObjectStore store;

	@Autowired
	private ImagePublisher publisher;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	private IngestApi api;

	private String anna;

	private String ben;

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
		this.anna = server.token("anna");
		this.ben = server.token("ben");
		this.broker.clear();
	}

	@Test
	void whoCannotTakeTheAnswerIsRefusedBeforeAnythingIsDone() {
		UploadedImage job = upload();
		for (String[] call : new String[][] { { "DELETE", "/api/v1/ingest/" + job.jobId() },
				{ "POST", "/api/v1/ingest/" + job.jobId() + "/retry" } }) {
			Answer refused = this.api.exchange(call[0], this.anna, call[1], "Accept", "text/event-stream");
			assertThat(refused.status()).isEqualTo(406);
			assertThat(refused.isProblem()).isTrue();
		}
		assertThat(status(job).text("status")).isEqualTo("processing");
	}

	@Test
	void aCancelledJobEndsWhenThePipelineFindsNoClaim() {
		UploadedImage job = upload();
		assertThat(cancel(job.jobId()).status()).isEqualTo(202);
		assertThat(cancel(job.jobId()).body().toString())
			.isEqualTo("{\"jobId\":\"" + job.jobId() + "\",\"status\":\"cancelling\"}");
		assertThat(this.store.exists(job.original().key())).isFalse();
		assertThat(status(job).text("status")).isEqualTo("cancelling");

		report(JobEvent.claimMissing(job, JobStage.EXTRACTING_METADATA, Instant.now()));
		awaitStatus(job, "cancelled");
		assertThat(status(job).text("detail")).isEqualTo("cancelled-by-client");
		Answer again = cancel(job.jobId());
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.text("status")).isEqualTo("cancelled");
		await().untilAsserted(() -> assertThat(this.store.list(ObjectKeys.staging(job.jobId()))).isEmpty());
	}

	@Test
	void endedJobsOfOthersAndUnknownOnesAreNotCancelled() {
		UploadedImage job = upload();
		assertThat(this.api.exchange("DELETE", this.ben, "/api/v1/ingest/" + job.jobId()).status()).isEqualTo(404);
		assertThat(cancel("job_unknown").status()).isEqualTo(404);
		assertThat(cancel("upload").text("type")).isEqualTo("/problems/not-found");
		report(JobEvent.completed(job, Instant.now()));
		awaitStatus(job, "completed");
		assertThat(cancel(job.jobId()).status()).isEqualTo(409);
		assertThat(cancel(job.jobId()).text("type")).isEqualTo("/problems/job-ended");
	}

	@Test
	void aFailedJobIsSentAgainWithItsNextAttempt() {
		UploadedImage job = upload();
		Answer early = retry(job.jobId());
		assertThat(early.status()).isEqualTo(409);
		assertThat(early.text("type")).isEqualTo("/problems/not-retryable");
		report(JobEvent.failed(job, JobStage.UPLOADING, Instant.now(), Problem.of(ProblemType.PROCESSING_FAILED, "x"),
				true));
		awaitStatus(job, "failed");
		assertThat(this.api.exchange("POST", this.ben, "/api/v1/ingest/" + job.jobId() + "/retry").status())
			.isEqualTo(404);

		Answer answer = retry(job.jobId());
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.text("status")).isEqualTo("processing");
		assertThat(answer.body().path("attempt").asInt()).isEqualTo(2);
		assertThat(answer.response().headers().firstValue("Location")).contains("/api/v1/ingest/status/" + job.jobId());
		UploadedImage sent = sent();
		assertThat(sent.attempt()).isEqualTo(2);
		assertThat(sent.original()).isEqualTo(job.original());
		assertThat(sent.acceptedAt()).isEqualTo(job.acceptedAt());
		assertThat(retry(job.jobId()).status()).isEqualTo(409);
	}

	@Test
	void aBatchIsCancelledAndRetriedAsFarAsItCan() {
		List<UploadedImage> batch = List.of(upload(), upload(), upload());
		this.jdbc.sql("insert into batch values ('batch_1', 'anna', current_timestamp, '[]')").update();
		for (int i = 0; i < batch.size(); i++) {
			this.jdbc.sql("update job set batch_id = 'batch_1', batch_position = ? where job_id = ?")
				.param(i)
				.param(batch.get(i).jobId())
				.update();
		}
		assertThat(this.api.exchange("DELETE", this.ben, "/api/v1/ingest/batch_1").status()).isEqualTo(404);
		assertThat(retry("batch_1").status()).isEqualTo(409);
		report(JobEvent.failed(batch.get(0), JobStage.UPLOADING, Instant.now(),
				Problem.of(ProblemType.PROCESSING_FAILED, "x"), true));
		awaitStatus(batch.get(0), "failed");
		Answer retried = retry("batch_1");
		assertThat(retried.status()).isEqualTo(202);
		assertThat(retried.body().path("retried").asInt()).isOne();
		report(JobEvent.completed(batch.get(1), Instant.now()));
		awaitStatus(batch.get(1), "completed");

		Answer cancelling = cancel("batch_1");
		assertThat(cancelling.status()).isEqualTo(202);
		assertThat(cancelling.body().path("cancelling").asInt()).isEqualTo(2);
		report(JobEvent.claimMissing(batch.get(0), JobStage.UPLOADING, Instant.now()));
		report(JobEvent.claimMissing(batch.get(2), JobStage.UPLOADING, Instant.now()));
		batch.stream().filter((job) -> job != batch.get(1)).forEach((job) -> awaitStatus(job, "cancelled"));
		assertThat(cancel("batch_1").status()).isEqualTo(200);
		this.jdbc.sql("update job set status = 'completed' where batch_id = 'batch_1'").update();
		assertThat(cancel("batch_1").status()).isEqualTo(409);
	}

	@Test
	void anImageIsShownToItsOwnerUntilItIsDeleted() {
		UploadedImage job = upload();
		assertThat(publish(job)).isEqualTo(PublishOutcome.PUBLISHED);
		report(JobEvent.completed(job, Instant.now()));
		awaitStatus(job, "completed");
		String path = "/api/v1/images/" + job.imageId();
		Answer image = this.api.get(this.anna, path, "application/json");
		assertThat(image.status()).isEqualTo(200);
		assertThat(image.response().headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(image.text("imageId")).isEqualTo(job.imageId());
		for (String shared : List.of("metadata", "removed", "variants", "tags", "warnings")) {
			assertThat(image.body().get(shared)).as(shared).isEqualTo(status(job).body().get(shared));
		}
		assertThat(image.body().path("urls").propertyNames()).containsExactly("web", "original");
		assertThat(image.body().path("original").path("contentType").asString()).isEqualTo("image/jpeg");
		assertThat(image.body().path("recipeVersion").asInt()).isOne();
		assertThat(image.text("createdAt")).isNotBlank();
		assertThat(image.body().has("owner")).isFalse();
		assertThat(this.api.get(this.ben, path, "application/json").status()).isEqualTo(404);
		assertThat(this.api.exchange("DELETE", this.ben, path).status()).isEqualTo(404);

		Answer deleted = this.api.exchange("DELETE", this.anna, path);
		assertThat(deleted.status()).isEqualTo(204);
		assertThat(this.api.get(this.anna, path, "application/json").status()).isEqualTo(404);
		assertThat(this.api.exchange("DELETE", this.anna, path).status()).isEqualTo(404);
		assertThat(this.store.list(ObjectKeys.image(job.imageId()))).isEmpty();
		assertThat(this.store.list(ObjectKeys.originals(job.imageId()))).isEmpty();
		assertThat(status(job).body().path("imageDeleted").asBoolean()).isTrue();
	}

	@Test
	void aDeletedImageDoesNotComeBackByJobsThatWereUnderWay() {
		byte[] photo = TestJpeg.jpeg(40, 30).unique().toBytes();
		UploadedImage published = upload(photo);
		publish(published);
		UploadedImage running = upload(photo);
		UploadedImage failed = upload(photo);
		report(JobEvent.failed(failed, JobStage.UPLOADING, Instant.now(),
				Problem.of(ProblemType.PROCESSING_FAILED, "x"), true));
		awaitStatus(failed, "failed");
		String path = "/api/v1/images/" + published.imageId();
		assertThat(this.api.exchange("DELETE", this.anna, path).status()).isEqualTo(204);

		assertThat(status(running).text("status")).isEqualTo("cancelling");
		assertThat(publish(running)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		report(JobEvent.imageDeleted(running, Instant.now()));
		awaitStatus(running, "cancelled");
		assertThat(status(running).text("detail")).isEqualTo("image-deleted");
		assertThat(retry(failed.jobId()).status()).isEqualTo(409);
		await().untilAsserted(() -> assertThat(this.store.exists(failed.original().key())).isFalse());

		UploadedImage later = upload(photo);
		assertThat(later.imageId()).isEqualTo(published.imageId());
		assertThat(publish(later)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(this.api.get(this.anna, path, "application/json").status()).isEqualTo(200);
	}

	private PublishOutcome publish(UploadedImage job) {
		String runId = Identifiers.newRunId();
		String key = ObjectKeys.stagedVariant(job.jobId(), runId, "web.webp");
		this.store.put(key, new byte[1], "image/webp");
		ProcessedImage image = new ProcessedImage(1, job.jobId(), job.attempt(), job.imageId(), job.owner(),
				job.acceptedAt(), runId, 1, "portable", job.original(), null,
				List.of(new StagedVariant("web", VariantFormat.WEBP, key, 40, 30, 1, "0".repeat(64))),
				new ImageMetadata(40, 30, 40, 30, 1, null, null, null, null, null, null, null, null, null, null, null),
				List.of("gps"), List.of(), job.filename(), job.tags());
		return this.publisher.publish(image, Source.upload(), () -> true);
	}

	private UploadedImage upload() {
		return upload(TestJpeg.jpeg(40, 30).unique().toBytes());
	}

	private UploadedImage upload(byte[] photo) {
		assertThat(this.api.upload(this.anna, photo, "beach.jpg").status()).isEqualTo(202);
		return sent();
	}

	private UploadedImage sent() {
		return this.json.readValue(this.broker.receive(5000, "uploaded-images").getPayload(), UploadedImage.class);
	}

	private Answer cancel(String id) {
		return this.api.exchange("DELETE", this.anna, "/api/v1/ingest/" + id);
	}

	private Answer retry(String id) {
		return this.api.exchange("POST", this.anna, "/api/v1/ingest/" + id + "/retry");
	}

	private Answer status(UploadedImage job) {
		return this.api.get(this.anna, "/api/v1/ingest/status/" + job.jobId(), "application/json");
	}

	private void awaitStatus(UploadedImage job, String status) {
		await().untilAsserted(() -> assertThat(status(job).text("status")).isEqualTo(status));
	}

	private void report(JobEvent event) {
		this.events.send(new GenericMessage<>(this.json.writeValueAsBytes(event)), "ingest-events");
	}

}
