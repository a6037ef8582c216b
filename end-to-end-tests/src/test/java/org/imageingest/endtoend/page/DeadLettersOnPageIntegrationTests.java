package org.imageingest.endtoend.page;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.imageingest.data.RuntimeInfo;
import org.imageingest.standalone.token.TokenCommand;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What operators see on the page, and nobody else.
 */
class DeadLettersOnPageIntegrationTests extends PageInBrowser {

	private static final String QUEUE = "processed-images.s3-sink.dlq";

	@Test
	void operatorSeesReplaysAndPurgesWhatWasParked() throws Exception {
		assertThat(section().isDisplayed()).as("for the token of a user").isFalse();
		park("job_gone1", "S3Exception: <b>down</b>");
		park("job_gone2", "java.io.IOException: cut");
		URI base = standalone.client().base();
		// Another address than the one before: the same with another fragment is not
		// loaded again.
		open(URI.create(base + "/?operator#token=" + token("ingest:read", "ingest:write", "ingest:admin")));
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			button("refresh").click();
			return rows().size() == 2;
		});
		assertThat(section().getText()).contains("2 dead letters.", QUEUE, "S3Exception: <b>down</b>", "job_gone1",
				"unknown, not to be replayed");
		assertThat(new AxeBuilder().include(List.of("#dead-letters")).analyze(this.browser.driver()).getViolations())
			.isEmpty();
		rows().getFirst().findElement(By.tagName("input")).click();
		button("replay").click();
		awaitSaid("0 replayed. 1 refused: There is no job job_gone");
		button("purge-all").click();
		button("keep").click();
		assertThat(rows()).hasSize(2);
		rows().getFirst().findElement(By.tagName("input")).click();
		button("purge").click();
		assertThat(this.page.byId("letters-question").getText()).contains("Purge 1 dead letter?");
		button("confirm").click();
		awaitSaid("1 dead letter.");
		button("purge-all").click();
		button("confirm").click();
		awaitSaid("There are none.");
		assertThat(rows()).isEmpty();
		assertThatBrowserComplainsOnlyOf();
	}

	private void awaitSaid(String text) {
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.page.byId("letters-said").getText()).startsWith(text));
	}

	private WebElement section() {
		return this.page.byId("dead-letters");
	}

	private WebElement button(String name) {
		return section().findElement(By.cssSelector("[data-letters=" + name + "]"));
	}

	private List<WebElement> rows() {
		return section().findElements(By.cssSelector("tbody tr"));
	}

	private static String token(String... scopes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
		for (String scope : scopes) {
			arguments.addAll(List.of("--scope", scope));
		}
		TokenCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
		return out.toString(StandardCharsets.UTF_8).strip();
	}

	private static void park(String jobId, String reason) throws Exception {
		RuntimeInfo running = JsonMapper.shared()
			.readValue(Files.readString(data.resolve("runtime.json")), RuntimeInfo.class);
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(running.endpoints().amqp().getHost());
		factory.setPort(running.endpoints().amqp().getPort());
		factory.setUsername(running.credentials().brokerUser());
		factory.setPassword(running.credentials().brokerPassword());
		try (Connection connection = factory.newConnection(); Channel channel = connection.createChannel()) {
			channel.basicPublish("", QUEUE,
					new BasicProperties.Builder().headers(Map.of("ingest-reason", reason)).build(),
					"{\"jobId\":\"%s\",\"attempt\":1}".formatted(jobId).getBytes(StandardCharsets.UTF_8));
		}
	}

}
