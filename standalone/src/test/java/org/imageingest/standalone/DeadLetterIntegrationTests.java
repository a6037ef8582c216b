package org.imageingest.standalone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import org.imageingest.data.RuntimeInfo;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a photo when a part of the service keeps failing.
 */
class DeadLetterIntegrationTests {

	@TempDir
	Path data;

	@Test
	void photoThatKeepsFailingIsParkedWithItsReasonAndMayBeRetried() throws Exception {
		try (StandaloneProcess standalone = StandaloneProcess.start(this.data)) {
			// A file where the store wants a folder: no document can be written any more.
			Files.writeString(this.data.resolve("objects/images/documents"), "in the way");
			PipelineClient client = standalone.client();
			String jobId = client.upload(Photos.jpeg(640, 480));

			JsonNode status = client.awaitEnd(jobId);

			assertThat(status.get("status").stringValue()).isEqualTo("failed");
			assertThat(status.get("retryable").booleanValue()).isTrue();
			assertThat(status.get("error").get("type").stringValue()).isEqualTo("/problems/processing-failed");
			GetResponse parked = takeFrom("processed-images.s3-sink.dlq");
			assertThat(new String(parked.getBody(), StandardCharsets.UTF_8)).contains(jobId);
			assertThat(String.valueOf(parked.getProps().getHeaders().get("ingest-reason"))).contains("S3Exception");
			assertThat(this.data.resolve("objects/images/staging").resolve(jobId).resolve("original")).exists();
		}
	}

	private GetResponse takeFrom(String queue) throws Exception {
		RuntimeInfo running = JsonMapper.shared()
			.readValue(Files.readString(this.data.resolve("runtime.json")), RuntimeInfo.class);
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(running.endpoints().amqp().getHost());
		factory.setPort(running.endpoints().amqp().getPort());
		factory.setUsername(running.credentials().brokerUser());
		factory.setPassword(running.credentials().brokerPassword());
		try (Connection connection = factory.newConnection(); Channel channel = connection.createChannel()) {
			AtomicReference<GetResponse> taken = new AtomicReference<>();
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				taken.set(channel.basicGet(queue, true));
				return taken.get() != null;
			});
			return taken.get();
		}
	}

}
