package org.imageingest.testkit.broker;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.integration.config.GlobalChannelInterceptor;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;

/**
 * Confirms every message as RabbitMQ would. The test binder takes messages but never
 * confirms one, so that whoever waits for that would wait in vain. Declare it as a bean
 * of the test's context.
 */
@GlobalChannelInterceptor(patterns = "*")
public final class ConfirmingBroker implements ChannelInterceptor {

	@Override
	public void postSend(Message<?> message, MessageChannel channel, boolean sent) {
		if (sent && correlation(message) instanceof CorrelationData correlation) {
			correlation.getFuture().complete(new CorrelationData.Confirm(true, null));
		}
	}

	private static @Nullable Object correlation(Message<?> message) {
		return message.getHeaders().get(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION);
	}

}
