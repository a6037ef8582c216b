package org.imageingest.endtoend;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.endtoend.broker.RabbitServer;
import org.imageingest.endtoend.bucket.Bucket;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * The contract, kept by two instances of each app with RabbitMQ and PostgreSQL, and what
 * only separate processes can go through.
 */
class SeparateAppsIntegrationTests extends PipelineContract {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	@TempDir
	static Path folder;

	private static RabbitServer broker;

	private static SeparateStack stack;

	@BeforeAll
	static void start() throws Exception {
		broker = RabbitServer.find().orElse(null);
		if (broker != null) {
			stack = SeparateStack.start(broker.address(), folder);
		}
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			stack.close();
		}
		if (broker != null) {
			broker.close();
		}
	}

	/** Before each, so that each is named among the skipped. */
	@BeforeEach
	void needsRabbitMq() {
		assumeThat(broker).as(RabbitServer.MISSING).isNotNull();
	}

	@Override
	PipelineStack stack() {
		return stack;
	}

	@Test
	void aBatchSentToBothInstancesAtOnceIsTakenByOne() throws Exception {
		List<byte[]> photos = Stream.generate(() -> Photos.jpeg(800, 600)).limit(5).toList();
		List<HttpResponse<String>> answers = stack().clients().parallelStream().map((client) -> {
			try {
				return client.tryUploadBatch(photos, "the-only-one");
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}).toList();
		assertThat(answers).extracting(HttpResponse::statusCode).contains(202).isSubsetOf(202, 409);
		PipelineClient client = stack().clients().getFirst();
		HttpResponse<String> again = client.tryUploadBatch(photos, "the-only-one");
		assertThat(again.statusCode()).isEqualTo(202);
		assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
		assertThat(answers.stream().filter((answer) -> answer.statusCode() == 202).map(HttpResponse::body))
			.containsOnly(again.body());

		JsonNode end = client.awaitEnd(JsonMapper.shared().readTree(again.body()).get("batchId").stringValue());
		assertThat(end.get("status").stringValue()).isEqualTo("completed");
		assertThat(end.get("counts").get("completed").intValue()).isEqualTo(5);
		assertThat(end.get("progress").intValue()).isEqualTo(100);
		awaitTidyBucket();
	}

	/**
	 * Each kind of app dies in the midst of its work. What a dead one had in hand is done
	 * by its sibling; whatever was done twice is undone.
	 */
	@Test
	void killedAppsLoseAndDoubleNothing() throws Exception {
		Bucket bucket = stack.bucket();
		Set<String> before = bucket.images();
		List<String> jobIds = new ArrayList<>();

		jobIds.addAll(uploadAndKill(14, stack.source(), (uploads) -> uploads.promises() >= 4));
		jobIds.addAll(uploadAndKill(13, stack.processor(), (uploads) -> hasVariants(bucket.keys(ObjectKeys.STAGING))));
		int documents = bucket.images().size();
		jobIds.addAll(uploadAndKill(13, stack.sink(), (uploads) -> bucket.images().size() > documents));

		Set<String> completed = imageIds(awaitCompleted(jobIds));
		assertThat(completed).hasSize(40);
		awaitTidyBucket();
		assertThat(bucket.images()).containsAll(completed).hasSize(before.size() + completed.size());
	}

	private List<String> uploadAndKill(int photos, AppProcess victim, Predicate<InsistingUploads> moment)
			throws Exception {
		try (InsistingUploads uploads = new InsistingUploads(stack.clients(), photos(photos))) {
			await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> moment.test(uploads));
			victim.kill();
			victim.startAgain();
			return uploads.jobIds();
		}
	}

	/** An original lies right below its job, a variant below its run. */
	private static boolean hasVariants(List<String> staged) {
		return staged.stream().anyMatch((key) -> key.split("/").length > 3);
	}

	@Test
	void brokerOutageIsBridgedByTheOutbox() throws Exception {
		try (AppProcess source = stack.startAnotherSource(Map.of("ingest.outbox.max-pending", "5"))) {
			PipelineClient client = stack.client(source);
			List<String> jobIds = new ArrayList<>();
			stack.brokerLine().cut();
			try {
				for (byte[] photo : photos(5)) {
					jobIds.add(client.upload(photo));
				}
				assertThatIsRefused(client.tryUpload(Photos.jpeg(800, 600)));
			}
			finally {
				stack.brokerLine().restore();
			}

			assertThat(imageIds(awaitCompleted(jobIds))).hasSize(5);
			// It takes photos again.
			assertThat(client.awaitEnd(client.upload(Photos.jpeg(800, 600))).get("status").stringValue())
				.isEqualTo("completed");
			awaitTidyBucket();
		}
	}

	private static void assertThatIsRefused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).withFailMessage(answer::body).isEqualTo(503);
		assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.get("limit").intValue()).isEqualTo(5);
		assertThat(problem.get("actual").intValue()).isEqualTo(5);
	}

	private static List<byte[]> photos(int count) {
		return Stream.generate(() -> Photos.jpeg(1600, 1200)).limit(count).toList();
	}

}
