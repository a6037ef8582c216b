package org.imageingest.endtoend;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.endtoend.app.Apps;
import org.imageingest.endtoend.app.Surroundings;
import org.imageingest.endtoend.broker.Destinations;
import org.imageingest.endtoend.broker.RabbitServer;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.store.S3ServerProcess;
import org.imageingest.testkit.token.TestTokens;
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
 * Parked messages on the broker of production, with nobody but the app that takes them
 * over.
 */
class DeadLettersOnRabbitMqIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/** More than any message is delivered before RabbitMQ gives it up. */
	private static final int DELIVERIES = 50;

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@TempDir
	static Path folder;

	private static final Deque<AutoCloseable> PARTS = new ArrayDeque<>();

	private static String queue;

	private static AppProcess source;

	private static PipelineClient client;

	private static String operatorToken;

	private static Channel channel;

	@BeforeAll
	static void start() throws Exception {
		RabbitServer broker = RabbitServer.find().orElse(null);
		if (broker == null) {
			return;
		}
		PARTS.push(broker);
		Destinations destinations = Destinations.ofOneRun();
		PARTS.push((Closeable) () -> destinations.deleteFrom(broker.address()));
		S3ServerProcess store = S3ServerProcess.start(Files.createDirectory(folder.resolve("objects")));
		PARTS.push(store);
		TestTokens tokens = new TestTokens();
		operatorToken = tokens.of("root", "ingest:admin", TestTokens.AUDIENCE, Instant.now().plusSeconds(3600));
		source = new Apps(new Surroundings(broker.address(), destinations, store.endpoint(), store.bucket(),
				"jdbc:h2:file:" + folder.resolve("jobs") + ";WRITE_DELAY=0", "sa", tokens.writePublicKey(folder),
				folder.resolve("work")))
			.source(1, Map.of("spring.datasource.password", "", "ingest.queues.dead-letters",
					destinations.uploaded() + ".resize-processor.dlq"));
		PARTS.push(source);
		source.awaitReady();
		client = new PipelineClient(source.base(),
				tokens.of("anna", "ingest:write ingest:read", TestTokens.AUDIENCE, Instant.now().plusSeconds(3600)));
		queue = destinations.uploaded() + ".resize-processor";
		Connection connection = broker.address().connect();
		PARTS.push(connection);
		channel = connection.createChannel();
	}

	@AfterAll
	static void stop() throws Exception {
		while (!PARTS.isEmpty()) {
			PARTS.pop().close();
		}
	}

	/** Before each, so that each is named among the skipped. */
	@BeforeEach
	void needsRabbitMq() {
		assumeThat(channel).as(RabbitServer.MISSING).isNotNull();
	}

	@Test
	void whatRabbitMqGaveUpByItselfFailsItsJobAndIsReplayedOnce() throws Exception {
		String jobId = client.upload(Photos.jpeg(320, 240));
		awaitQueue();
		for (int i = 0; i < DELIVERIES && refuse(jobId); i++) {
			// Once more.
		}
		JsonNode status = client.awaitEnd(jobId);
		assertThat(status.get("status").stringValue()).isEqualTo("failed");
		assertThat(status.get("retryable").booleanValue()).isTrue();
		JsonNode letter = letters().path("items").path(0);
		assertThat(letter.get("jobId").stringValue()).isEqualTo(jobId);
		assertThat(letter.get("reason").stringValue()).isEqualTo("delivery-limit");
		assertThat(letter.get("queue").stringValue()).isEqualTo(queue + ".dlq");
		for (int i = 0; i < 2; i++) {
			ask("POST", "/replay", "{\"ids\":[\"" + letter.get("deadLetterId").stringValue() + "\"]}");
		}
		GetResponse sent = await().atMost(LIMIT).until(() -> channel.basicGet(queue, true), (got) -> got != null);
		JsonNode message = JsonMapper.shared().readTree(sent.getBody());
		assertThat(message.get("jobId").stringValue()).isEqualTo(jobId);
		assertThat(message.get("attempt").intValue()).isEqualTo(2);
		assertThat(channel.basicGet(queue, true)).as("one message of one replay").isNull();
		assertThat(letters().path("total").asInt()).isZero();
	}

	/**
	 * The first message makes it. A channel does not outlive the question for one that is
	 * absent.
	 */
	private static void awaitQueue() {
		await().atMost(LIMIT).ignoreExceptions().until(() -> {
			try (Channel asking = channel.getConnection().createChannel()) {
				return asking.queueDeclarePassive(queue) != null;
			}
		});
	}

	/** Puts the message back as a consumer does that dies with it in hand. */
	private static boolean refuse(String jobId) throws Exception {
		AtomicReference<GetResponse> taken = new AtomicReference<>();
		await().pollInterval(Duration.ofMillis(20)).atMost(LIMIT).until(() -> {
			taken.set(channel.basicGet(queue, false));
			return taken.get() != null || letters().path("total").asInt() > 0;
		});
		GetResponse delivery = taken.get();
		if (delivery == null) {
			return false;
		}
		assertThat(client.status(jobId).get("status").stringValue()).as("with the message in hand")
			.isEqualTo("processing");
		channel.basicNack(delivery.getEnvelope().getDeliveryTag(), false, true);
		return true;
	}

	@Test
	void killedWhileItTakesOverNoMessageIsLostOrDoubled() throws Exception {
		int count = 300;
		channel.confirmSelect();
		for (int i = 0; i < count; i++) {
			channel.basicPublish("", queue + ".dlq", MessageProperties.PERSISTENT_BASIC,
					("{\"jobId\":\"job_gone" + i + "\",\"attempt\":1}").getBytes(StandardCharsets.UTF_8));
		}
		channel.waitForConfirmsOrDie(LIMIT.toMillis());
		await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> letters().path("total").asInt() > 20);
		source.kill();
		source.startAgain();
		await().atMost(LIMIT).untilAsserted(() -> assertThat(letters().path("total").asInt()).isEqualTo(count));
		await().atMost(LIMIT).until(() -> channel.messageCount(queue + ".dlq") == 0);
		assertThat(letters().path("total").asInt()).isEqualTo(count);
		assertThat(ask("DELETE", "?all=true", "").get("purged").asInt()).isEqualTo(count);
	}

	private static JsonNode letters() throws IOException, InterruptedException {
		return ask("GET", "", "");
	}

	private static JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
		BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
		HttpRequest request = HttpRequest.newBuilder(source.base().resolve("/api/v1/dead-letters" + path))
			.header("Authorization", "Bearer " + operatorToken)
			.header("Content-Type", "application/json")
			.method(method, publisher)
			.build();
		HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

}
