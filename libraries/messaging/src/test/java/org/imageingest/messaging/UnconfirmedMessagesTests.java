package org.imageingest.messaging;

import java.util.List;

import org.imageingest.model.message.JobStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The broker takes messages here, but confirms none.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.cloud.stream.bindings.events.destination=job-events", "messaging.confirm-timeout=50ms" })
class UnconfirmedMessagesTests {

	@Autowired
	private JobEvents events;

	@Autowired
	private ConfirmedSender sender;

	@Autowired
	private OutputDestination broker;

	@BeforeEach
	void clear() {
		this.broker.clear();
	}

	@Test
	void anOutcomeThatIsNotConfirmedIsAFailure() {
		assertThatExceptionOfType(NotConfirmedException.class).isThrownBy(() -> this.events.completed(TestJobs.UPLOAD))
			.withMessageContaining("JobEvent for events");
		assertThat(this.broker.receive(1000, "job-events").getHeaders()).containsEntry(AmqpHeaders.DELIVERY_MODE,
				MessageDeliveryMode.PERSISTENT);
	}

	@Test
	void noneOfManyCountsAsSafe() {
		assertThat(this.sender.sendAll("events", List.of(TestJobs.UPLOAD, TestJobs.UPLOAD))).isEmpty();
	}

	@Test
	void progressDoesNotWait() {
		this.events.progress(TestJobs.UPLOAD, JobStage.UPLOADING);
		var message = this.broker.receive(1000, "job-events");
		assertThat(message.getHeaders()).containsEntry(AmqpHeaders.DELIVERY_MODE, MessageDeliveryMode.NON_PERSISTENT);
		var event = TestJobs.JSON.readTree(message.getPayload());
		assertThat(event.get("type").asString()).isEqualTo("progress");
		assertThat(event.get("stage").asString()).isEqualTo("uploading");
		assertThat(event.get("progress").asInt()).isEqualTo(85);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableTestBinder
	static class App {

	}

}
