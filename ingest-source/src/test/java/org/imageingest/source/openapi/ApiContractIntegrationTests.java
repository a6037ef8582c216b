package org.imageingest.source.openapi;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.ApiEndpoint;
import org.imageingest.source.PlayedPipeline;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The document says what the app does, and the app does nothing that the document does
 * not say: every documented answer is got once, over a real connection.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiContractIntegrationTests {

	private static final String UPLOAD = "POST /api/v1/ingest/upload";

	private static final String BATCH = "POST /api/v1/ingest/batch";

	private static final String STATUS = "GET /api/v1/ingest/status/{}";

	private static final String JOBS = "GET /api/v1/ingest/jobs";

	private static final String CANCEL = "DELETE /api/v1/ingest/{}";

	private static final String RETRY = "POST /api/v1/ingest/{}/retry";

	private static final String IMAGE = "GET /api/v1/images/{}";

	private static final String DELETE_IMAGE = "DELETE /api/v1/images/{}";

	private static final String HEALTH = "GET /api/v1/health";

	private static TestTokens tokens;

	private static RunningIngestSource source;

	private static PlayedPipeline pipeline;

	private static Contract contract;

	private static ApiClient anna;

	private static OpenRequests open;

	private static String completedJob;

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		tokens = new TestTokens();
		source = RunningIngestSource.start(folder,
				"spring.security.oauth2.resourceserver.jwt.public-key-location="
						+ tokens.writePublicKey(folder).toUri(),
				"ingest.progress.max-streams-per-owner=1", "ingest.progress.max-streams=2",
				"ingest.limits.uploads-per-minute=300");
		open = new OpenRequests(source.port());
		pipeline = new PlayedPipeline(source);
		contract = new Contract(new ApiClient(source, null).get("/api/v1/openapi.json").json());
		anna = client("anna");
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
	}

	@Test
	@Order(1)
	void theDocumentNamesTheCallsOfTheAppAndNoOthers() {
		assertThat(contract.operations()).isEqualTo(ApiEndpoint.of(source)
			.filter((endpoint) -> !endpoint.isDocumentation())
			.map(ApiEndpoint::toString)
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	@Order(1)
	void itsExamplesAreAsItsSchemasSay() {
		assertThat(contract.faultsOfExamples()).isEmpty();
	}

	@Test
	@Order(2)
	void uploads() throws Exception {
		byte[] photo = PlayedPipeline.newPhoto();
		for (String operation : List.of(UPLOAD, BATCH)) {
			upload(operation, photo);
			upload(operation);
			upload(operation, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
			upload(operation, new byte[0]);
			upload(operation, Arrays.copyOf(photo, 20 * 1024 * 1024));
		}
		upload(BATCH, photo, new byte[0]);
		byte[][] tooMany = new byte[101][];
		Arrays.fill(tooMany, photo);
		upload(BATCH, tooMany);
		call(BATCH, "", Map.of("Content-Type", "text/plain"));
	}

	@Test
	@Order(2)
	void jobs() throws Exception {
		UploadedImage done = pipeline.take(newJob());
		call(STATUS, done.jobId());
		call(CANCEL, newJob());
		pipeline.complete(done);
		completedJob = done.jobId();
		call(STATUS, completedJob);
		call(CANCEL, completedJob);
		call(RETRY, completedJob);
		UploadedImage failed = pipeline.take(newJob());
		pipeline.fail(failed, ProblemType.PROCESSING_FAILED, "The object store did not answer", true);
		call(STATUS, failed.jobId());
		call(RETRY, failed.jobId());
		call(JOBS, "");
		call(JOBS + "?limit=201", "");
		call(JOBS + "?status=lost", "");
		Reply batch = upload(BATCH, PlayedPipeline.newPhoto(), new byte[0]);
		String batchId = batch.json().path("batchId").asString();
		call(STATUS, batchId);
		call(RETRY, batchId);
		call(CANCEL, batchId);
		for (String operation : List.of(STATUS, CANCEL, RETRY)) {
			call(operation, "job_unknown");
			call(operation, "batch_unknown");
		}
		for (String operation : List.of(STATUS, JOBS)) {
			call(operation, completedJob, Map.of("Accept", "image/png"));
			call(operation, completedJob, Map.of("Accept", "text/event-stream", "Last-Event-ID", "x"));
		}
	}

	@Test
	@Order(2)
	void aJobThatIsCancelledIsToldOnceMore() throws Exception {
		String job = newJob();
		call(CANCEL, job);
		pipeline.cancel(pipeline.take(job));
		assertThat(call(CANCEL, job).status()).isEqualTo(200);
		call(STATUS, job);
	}

	@Test
	@Order(2)
	void images() throws Exception {
		UploadedImage upload = pipeline.take(newJob());
		pipeline.complete(upload);
		assertThat(call(IMAGE, upload.imageId()).status()).isEqualTo(200);
		assertThat(call(DELETE_IMAGE, upload.imageId()).status()).isEqualTo(204);
		assertThat(call(IMAGE, upload.imageId()).status()).isEqualTo(404);
		assertThat(call(DELETE_IMAGE, upload.imageId()).status()).isIn(204, 404);
		call(DELETE_IMAGE, "img_unknown");
		assertThat(call(STATUS, upload.jobId()).json().path("imageDeleted").asBoolean()).isTrue();
	}

	@Test
	@Order(2)
	void deadLetters() throws Exception {
		UploadedImage failed = pipeline.take(newJob());
		pipeline.fail(failed, ProblemType.PROCESSING_FAILED, "The object store did not answer", true);
		deadLetterCalls().whileItWorks(failed);
	}

	@Test
	@Order(2)
	void health() throws Exception {
		contract.check(HEALTH, new ApiClient(source, null).get("/api/v1/health"));
		contract.check(HEALTH, new ApiClient(source, tokens.of("root", "ingest:admin")).get("/api/v1/health"));
		call(HEALTH, "", Map.of("Accept", "image/png"));
	}

	@Test
	@Order(2)
	void refusalsOfTokens() throws Exception {
		for (String operation : contract.operations()) {
			if (!operation.equals(HEALTH)) {
				String[] call = operation.replace("{}", "x_1").split(" ");
				contract.check(operation, new ApiClient(source, null).call(call[0], call[1]));
				contract.check(operation, new ApiClient(source, tokens.of("anna", "other")).call(call[0], call[1]));
			}
		}
	}

	@Test
	@Order(3)
	void streamsAreCounted() throws Exception {
		try (Socket first = stream("anna")) {
			assertThat(first.isConnected()).isTrue();
			Map<String, String> accept = Map.of("Accept", "text/event-stream");
			call(JOBS, "", accept);
			call(STATUS, completedJob, accept);
			try (Socket second = stream("ben")) {
				assertThat(second.isConnected()).isTrue();
				Reply full = client("cara").call("GET", "/api/v1/ingest/jobs", accept, BodyPublishers.noBody());
				assertThat(contract.check(JOBS, full).status()).isEqualTo(503);
			}
		}
	}

	@Test
	@Order(2)
	void aRequestThatIsBeingWorkedOn() throws Exception {
		for (String operation : List.of(UPLOAD, BATCH)) {
			String path = operation.split(" ")[1];
			String key = path.replace("/", "-");
			try (Socket first = open.halfSent(path, tokens.of("anna", "ingest:write"), key)) {
				assertThat(first.isConnected()).isTrue();
				await().until(() -> source.bean(JdbcClient.class)
					.sql("select count(*) from idempotency_key where idempotency_key = ?")
					.param(key)
					.query(Integer.class)
					.single() == 1);
				Reply second = anna.upload(path, Map.of("Idempotency-Key", key));
				assertThat(contract.check(operation, second).status()).isEqualTo(409);
			}
		}
	}

	@Test
	@Order(2)
	void anOwnerWhoUploadsTooFast() throws Exception {
		ApiClient dora = client("dora");
		byte[][] batch = new byte[100][];
		Arrays.fill(batch, PlayedPipeline.newPhoto());
		await().atMost(Duration.ofMinutes(1))
			.until(() -> dora.upload(BATCH.split(" ")[1], Map.of(), batch).status() == 429);
		for (String operation : List.of(UPLOAD, BATCH)) {
			Reply refused = dora.upload(operation.split(" ")[1], Map.of(), PlayedPipeline.newPhoto());
			assertThat(contract.check(operation, refused).status()).isEqualTo(429);
		}
	}

	@Test
	@Order(4)
	void withoutTheStore() throws Exception {
		UploadedImage failed = pipeline.take(newJob());
		pipeline.fail(failed, ProblemType.PROCESSING_FAILED, "The object store did not answer", true);
		source.stopStore();
		await().until(() -> anna.get("/api/v1/health").status() == 503);
		contract.check(HEALTH, anna.get("/api/v1/health"));
		assertThat(upload(UPLOAD, PlayedPipeline.newPhoto()).status()).isEqualTo(503);
		assertThat(upload(BATCH, PlayedPipeline.newPhoto()).status()).isEqualTo(503);
		assertThat(call(RETRY, failed.jobId()).status()).isEqualTo(503);
		assertThat(call(STATUS, completedJob).status()).isEqualTo(503);
		assertThat(call(IMAGE, "img_1").status()).isEqualTo(503);
		assertThat(call(DELETE_IMAGE, "img_1").status()).isEqualTo(503);
		deadLetterCalls().withoutTheStore();
	}

	@Test
	@Order(5)
	void withoutTheDatabase() throws Exception {
		source.bean(JdbcClient.class).sql("alter table job rename to lost").update();
		assertThat(call(CANCEL, completedJob).status()).isEqualTo(503);
		assertThat(call(JOBS, "").status()).isEqualTo(503);
		deadLetterCalls().withoutTheDatabase();
	}

	@Test
	@Order(6)
	void everyDocumentedAnswerWasSeen() {
		Set<String> missing = new TreeSet<>(contract.answers());
		missing.removeAll(contract.seen());
		assertThat(missing).isEmpty();
	}

	private static DeadLetterCalls deadLetterCalls() {
		return new DeadLetterCalls(source, contract, new ApiClient(source, tokens.of("root", "ingest:admin")));
	}

	private static String newJob() throws Exception {
		return upload(UPLOAD, PlayedPipeline.newPhoto()).json().path("jobId").asString();
	}

	private static Reply upload(String operation, byte[]... photos) throws Exception {
		return contract.check(operation, anna.upload(operation.split(" ")[1], Map.of(), photos));
	}

	private static Reply call(String operation, String id) throws Exception {
		return call(operation, id, Map.of());
	}

	private static Reply call(String operation, String id, Map<String, String> headers) throws Exception {
		String[] call = operation.split(" ");
		return contract.check(operation.split("\\?")[0],
				anna.call(call[0], call[1].replace("{}", id), headers, BodyPublishers.noBody()));
	}

	private static Socket stream(String owner) throws IOException {
		return open.stream(tokens.of(owner, "ingest:read"));
	}

	private static ApiClient client(String owner) {
		return new ApiClient(source, tokens.of(owner, "ingest:read ingest:write"));
	}

}
