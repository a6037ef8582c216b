package org.imageingest.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.imageingest.messaging.MessagingProperties.Retry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class RabbitDeadLettersTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final org.springframework.messaging.Message<byte[]> DELIVERY = MessageBuilder
		.withPayload("{}".getBytes())
		.setHeader(AmqpHeaders.CONSUMER_QUEUE, "uploaded-images.resize-processor")
		.build();

	private final RabbitOperations rabbit = mock(RabbitOperations.class);

	@Test
	void parksTheMessageBesideItsQueueWithTheReason() {
		confirm(true);
		deadLetters(null).park(DELIVERY, "The store is away");
		Message parked = parkedIn("uploaded-images.resize-processor.dlq");
		assertThat(parked.getBody()).asString().isEqualTo("{}");
		assertThat(parked.getMessageProperties().getDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
		assertThat(parked.getMessageProperties().getHeaders()).containsEntry(DeadLetters.REASON, "The store is away")
			.containsEntry(DeadLetters.PARKED_AT, NOW.toString());
	}

	@Test
	void parksInTheConfiguredQueue() {
		confirm(true);
		deadLetters("parked").park(DELIVERY, "The store is away");
		assertThat(parkedIn("parked")).isNotNull();
	}

	@Test
	void aDeadLetterThatTheBrokerRefusesIsNotSafe() {
		confirm(false);
		assertThatExceptionOfType(NotConfirmedException.class)
			.isThrownBy(() -> deadLetters(null).park(DELIVERY, "The store is away"));
	}

	@Test
	void aBrokerOutOfReachLeavesTheMessageWhereItIs() {
		willThrow(new AmqpConnectException(new IllegalStateException("gone"))).given(this.rabbit)
			.send(any(), any(), any(), any(CorrelationData.class));
		assertThatExceptionOfType(NotConfirmedException.class)
			.isThrownBy(() -> deadLetters(null).park(DELIVERY, "The store is away"));
	}

	private RabbitDeadLetters deadLetters(@Nullable String queue) {
		MessagingProperties properties = new MessagingProperties(Duration.ofSeconds(1), Duration.ZERO, queue,
				Duration.ofSeconds(1), new Retry(4, Duration.ofMillis(1), 2, Duration.ofMillis(5)));
		return new RabbitDeadLetters(this.rabbit, properties, InstantSource.fixed(NOW).withZone(ZoneOffset.UTC));
	}

	private void confirm(boolean ack) {
		willAnswer((invocation) -> invocation.getArgument(3, CorrelationData.class)
			.getFuture()
			.complete(new CorrelationData.Confirm(ack, null))).given(this.rabbit)
			.send(any(), any(), any(), any(CorrelationData.class));
	}

	private Message parkedIn(String queue) {
		ArgumentCaptor<Message> message = ArgumentCaptor.forClass(Message.class);
		verify(this.rabbit).send(eq(""), eq(queue), message.capture(), any(CorrelationData.class));
		return message.getValue();
	}

}
