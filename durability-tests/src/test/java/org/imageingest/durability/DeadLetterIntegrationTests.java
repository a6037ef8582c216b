package org.imageingest.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import org.imageingest.data.RuntimeInfo;
import org.imageingest.durability.Operator.Answer;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a photo when a part of the service keeps failing, and what its operator
 * can do about it.
 */
class DeadLetterIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@TempDir
	static Path data;

	private static StandaloneProcess standalone;

	private static Operator operator;

	@BeforeAll
	static void start() throws Exception {
		standalone = StandaloneProcess.start(data);
		operator = new Operator(data);
	}

	@AfterAll
	static void stop() {
		if (standalone != null) {
			standalone.close();
		}
	}

	@Test
	void photoThatKeepsFailingIsParkedWithItsReasonAndReplayedOnce() throws Exception {
		PipelineClient client = standalone.client();
		// A file where the store wants a folder: no document can be written any more.
		Path obstacle = Files.writeString(data.resolve("objects/images/documents"), "in the way");
		String jobId = client.upload(Photos.jpeg(640, 480));
		JsonNode status = client.awaitEnd(jobId);
		assertThat(status.get("status").stringValue()).isEqualTo("failed");
		assertThat(status.get("retryable").booleanValue()).isTrue();
		assertThat(status.get("error").get("type").stringValue()).isEqualTo("/problems/processing-failed");
		String letter = letterOf(jobId);
		assertThat(letter).contains("processed-images.s3-sink.dlq", "attempt 1", "failed, replayable", "photo.jpg",
				"SdkClientException", "Not a directory");
		assertThat(data.resolve("objects/images/staging").resolve(jobId).resolve("original")).exists();
		Files.delete(obstacle);
		String id = letter.split(" ")[0];
		assertThat(operator.runs("dead-letters", "replay", id)).containsExactly("1 replayed, 0 refused");
		assertThat(client.awaitEnd(jobId).get("status").stringValue()).isEqualTo("completed");
		Answer again = operator.tries("dead-letters", "replay", id);
		assertThat(again.exitCode()).isOne();
		assertThat(again.err()).contains(id, "There is no such dead letter");
	}

	/** What its consumer refuses, this broker parks without a word. */
	@Test
	void messageThatTheBrokerParkedByItselfIsTakenOverAndPurged() throws Exception {
		try (Connection connection = connect(); Channel channel = connection.createChannel()) {
			channel.basicPublish("", "uploaded-images.resize-processor.dlq", null,
					"{\"jobId\":\"job_parked\",\"attempt\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
			String letter = letterOf("job_parked");
			assertThat(letter).contains("delivery-limit", "unknown").doesNotContain("replayable");
			GetResponse left = channel.basicGet("uploaded-images.resize-processor.dlq", true);
			assertThat(left).as("it was taken over").isNull();
			assertThat(operator.runs("dead-letters", "purge", "--yes", letter.split(" ")[0]))
				.containsExactly(letter.split(" ")[0] + " purged");
		}
		assertThat(operator.tries("dead-letters", "purge", "--yes", "letter_none").err()).contains("Not found");
		assertThat(operator.tries("dead-letters", "purge").exitCode()).as("nobody can be asked").isEqualTo(2);
	}

	@Test
	void sweepTellsWhatWouldGoAndThenRemovesIt() throws Exception {
		String orphan = "images/img_orphan/run/web.webp";
		Path file = data.resolve("objects/images").resolve(orphan);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "left by a killed sink");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
		assertThat(operator.runs("sweep", "--dry-run")).contains(orphan).last().asString().endsWith("would go");
		assertThat(file).exists();
		assertThat(operator.runs("sweep")).contains(orphan).last().asString().endsWith("removed");
		assertThat(file).doesNotExist();
		assertThat(operator.runs("sweep")).doesNotContain(orphan);
	}

	@Test
	void withoutARunningServiceTheCommandsSayWhatToDo(@TempDir Path other) {
		Answer answer = new Operator(other).tries("dead-letters", "list");
		assertThat(answer.exitCode()).isOne();
		assertThat(answer.err()).contains("Nothing runs on the data folder", "./run --data");
	}

	private static String letterOf(String jobId) {
		return await().atMost(LIMIT)
			.until(() -> operator.runs("dead-letters", "list").stream().filter((line) -> line.contains(jobId)).toList(),
					(lines) -> lines.size() == 1)
			.getFirst();
	}

	private static Connection connect() throws Exception {
		RuntimeInfo running = JsonMapper.shared()
			.readValue(Files.readString(data.resolve("runtime.json")), RuntimeInfo.class);
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(running.endpoints().amqp().getHost());
		factory.setPort(running.endpoints().amqp().getPort());
		factory.setUsername(running.credentials().brokerUser());
		factory.setPassword(running.credentials().brokerPassword());
		return factory.newConnection();
	}

}
