package org.imageingest.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.model.message.MessageLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.MimeTypeUtils;

/**
 * Sends messages and returns once they are safe. The binder itself does not wait for
 * confirmations, so nothing that must arrive is ever a function's return value.
 */
public class ConfirmedSender {

	private static final Logger logger = LoggerFactory.getLogger(ConfirmedSender.class);

	private final StreamBridge bridge;

	private final JsonMapper json;

	private final Duration timeout;

	ConfirmedSender(StreamBridge bridge, JsonMapper json, Duration timeout) {
		this.bridge = bridge;
		this.json = json;
		this.timeout = timeout;
	}

	/**
	 * Sends a message and waits until the broker has it safe.
	 * @param binding name of the output binding
	 * @param message written as JSON
	 * @throws NotConfirmedException if the broker did not confirm it
	 */
	public void send(String binding, Object message) {
		post(binding, message, MessageDeliveryMode.PERSISTENT).await(this.timeout);
	}

	/**
	 * Sends messages side by side and waits for all of them together, so that many cost
	 * little more time than one.
	 * @param <M> type of the messages
	 * @param binding name of the output binding
	 * @param messages written as JSON
	 * @return those that the broker has safe; of the others it is not known whether they
	 * arrived
	 */
	public <M> List<M> sendAll(String binding, List<M> messages) {
		long deadline = System.nanoTime() + this.timeout.toNanos();
		List<M> confirmed = new ArrayList<>();
		List<Confirmation> confirmations = new ArrayList<>();
		try {
			for (M message : messages) {
				confirmations.add(post(binding, message, MessageDeliveryMode.PERSISTENT));
			}
		}
		catch (NotConfirmedException ex) {
			logger.warn("{} messages were not sent: {}", messages.size() - confirmations.size(), ex.getMessage());
		}
		for (int i = 0; i < confirmations.size(); i++) {
			try {
				confirmations.get(i).await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
				confirmed.add(messages.get(i));
			}
			catch (NotConfirmedException ex) {
				logger.warn("{}", ex.getMessage());
			}
		}
		return confirmed;
	}

	/**
	 * Sends a message that may get lost; the broker need not keep it over a restart.
	 * @param binding name of the output binding
	 * @param message written as JSON
	 * @throws NotConfirmedException if the broker cannot be reached
	 */
	public void sendUnconfirmed(String binding, Object message) {
		post(binding, message, MessageDeliveryMode.NON_PERSISTENT);
	}

	private Confirmation post(String binding, Object message, MessageDeliveryMode mode) {
		byte[] body = this.json.writeValueAsBytes(message);
		if (body.length > MessageLimits.MESSAGE_BYTES) {
			throw new IllegalArgumentException("A message of " + body.length + " bytes for " + binding
					+ " is over the limit of " + MessageLimits.MESSAGE_BYTES);
		}
		Confirmation confirmation = new Confirmation(message.getClass().getSimpleName() + " for " + binding);
		var delivery = MessageBuilder.withPayload(body)
			.setHeader(MessageHeaders.CONTENT_TYPE, MimeTypeUtils.APPLICATION_JSON)
			.setHeader(AmqpHeaders.DELIVERY_MODE, mode)
			.setHeader(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION, confirmation.correlation())
			.build();
		try {
			this.bridge.send(binding, delivery);
		}
		catch (RuntimeException ex) {
			throw new NotConfirmedException("Cannot send to " + binding, ex);
		}
		return confirmation;
	}

}
