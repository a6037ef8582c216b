package org.imageingest.messaging;

import java.time.Duration;

import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;

/**
 * Lets an app that is asked to stop finish the message in hand. What was fetched beyond
 * it goes back to the queue at once, and what is not finished in time goes back with the
 * connection.
 */
final class GracefulContainers implements ListenerContainerCustomizer<MessageListenerContainer> {

	private final Duration timeout;

	GracefulContainers(Duration timeout) {
		this.timeout = timeout;
	}

	@Override
	public void configure(MessageListenerContainer container, String destination, String group) {
		if (container instanceof AbstractMessageListenerContainer stoppable) {
			stoppable.setShutdownTimeout(this.timeout.toMillis());
			stoppable.setForceStop(true);
		}
	}

}
