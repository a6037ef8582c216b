package org.imageingest.messaging;

import java.time.Duration;

import org.imageingest.model.message.MessageLimits;
import tools.jackson.databind.json.JsonMapper;

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
		post(binding, message).await(this.timeout);
	}

	/**
	 * Sends a message that may get lost.
	 * @param binding name of the output binding
	 * @param message written as JSON
	 * @throws NotConfirmedException if the broker cannot be reached
	 */
	public void sendUnconfirmed(String binding, Object message) {
		post(binding, message);
	}

	private Confirmation post(String binding, Object message) {
		byte[] body = this.json.writeValueAsBytes(message);
		if (body.length > MessageLimits.MESSAGE_BYTES) {
			throw new IllegalArgumentException("A message of " + body.length + " bytes for " + binding
					+ " is over the limit of " + MessageLimits.MESSAGE_BYTES);
		}
		Confirmation confirmation = new Confirmation(message.getClass().getSimpleName() + " for " + binding);
		var delivery = MessageBuilder.withPayload(body)
			.setHeader(MessageHeaders.CONTENT_TYPE, MimeTypeUtils.APPLICATION_JSON)
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
