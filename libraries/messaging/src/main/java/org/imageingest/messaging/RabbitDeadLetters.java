package org.imageingest.messaging;

import java.time.Clock;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.messaging.Message;

/**
 * Parks messages in the dead-letter queue that the binder made for the input queue. We
 * publish there ourselves instead of rejecting the message, because brokers differ in
 * what a rejection does, and only a publication can be confirmed.
 */
final class RabbitDeadLetters implements DeadLetters {

	private static final Logger logger = LoggerFactory.getLogger(RabbitDeadLetters.class);

	private static final String DEFAULT_EXCHANGE = "";

	private static final String SUFFIX = ".dlq";

	private final RabbitOperations rabbit;

	private final MessagingProperties properties;

	private final Clock clock;

	RabbitDeadLetters(RabbitOperations rabbit, MessagingProperties properties, Clock clock) {
		this.rabbit = rabbit;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void park(Message<byte[]> delivery, String reason) {
		String queue = deadLetterQueue(delivery);
		Confirmation confirmation = new Confirmation("a dead letter for " + queue);
		var message = MessageBuilder.withBody(delivery.getPayload())
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.setHeader(REASON, reason)
			.setHeader(PARKED_AT, this.clock.instant().toString())
			.build();
		try {
			this.rabbit.send(DEFAULT_EXCHANGE, queue, message, confirmation.correlation());
		}
		catch (RuntimeException ex) {
			throw new NotConfirmedException("Cannot send to " + queue, ex);
		}
		confirmation.await(this.properties.confirmTimeout());
		logger.warn("Parked a message in {}: {}", queue, reason);
	}

	private String deadLetterQueue(Message<byte[]> delivery) {
		String configured = this.properties.deadLetterQueue();
		if (configured != null) {
			return configured;
		}
		@Nullable Object queue = delivery.getHeaders().get(AmqpHeaders.CONSUMER_QUEUE);
		return Objects.requireNonNull(queue, "A delivery tells its queue") + SUFFIX;
	}

}
