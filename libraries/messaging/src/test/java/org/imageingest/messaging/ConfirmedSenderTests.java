package org.imageingest.messaging;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.imageingest.model.message.MessageLimits;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.MessageHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.cloud.stream.bindings.output.destination=images", "messaging.confirm-timeout=5s" })
class ConfirmedSenderTests {

	@Autowired
	private ConfirmedSender sender;

	@Autowired
	private OutputDestination broker;

	@Test
	void sendsJsonAndReturnsOnceItIsConfirmed() {
		this.sender.send("output", TestJobs.UPLOAD);
		var message = this.broker.receive(1000, "images");
		assertThat(TestJobs.JSON.readTree(message.getPayload()).get("jobId").asString()).isEqualTo("job_1");
		assertThat(message.getHeaders().get(MessageHeaders.CONTENT_TYPE)).hasToString("application/json");
	}

	@Test
	void sendsManyAndTellsWhichAreSafe() {
		List<UploadedImage> messages = List.of(TestJobs.UPLOAD, TestJobs.withTags(List.of("sea")));
		assertThat(this.sender.sendAll("output", messages)).isEqualTo(messages);
		assertThat(this.broker.receive(1000, "images")).isNotNull();
		assertThat(this.broker.receive(1000, "images")).isNotNull();
	}

	@Test
	void refusesAMessageOverTheLimit() {
		List<String> tags = Collections.nCopies(MessageLimits.MESSAGE_BYTES / 10, "0123456789");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sender.send("output", TestJobs.withTags(tags)))
			.withMessageContaining("over the limit of 65536");
		assertThat(this.broker.receive(0, "images")).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableTestBinder
	@Import(ConfirmingBroker.class)
	static class App {

	}

}
