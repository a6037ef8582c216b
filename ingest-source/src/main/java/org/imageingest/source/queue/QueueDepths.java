package org.imageingest.source.queue;

import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.stereotype.Component;

/**
 * Asks the broker how much waits in a queue, without making the queue or taking anything
 * from it.
 */
@Component
public class QueueDepths {

	private static final Logger logger = LoggerFactory.getLogger(QueueDepths.class);

	private final AmqpAdmin broker;

	QueueDepths(AmqpAdmin broker) {
		this.broker = broker;
	}

	/**
	 * Counts what waits.
	 * @param queue name of the queue
	 * @return messages that no consumer has in hand; nothing if the broker does not tell
	 */
	public OptionalLong of(String queue) {
		try {
			QueueInformation information = this.broker.getQueueInfo(queue);
			return (information != null) ? OptionalLong.of(information.getMessageCount()) : OptionalLong.empty();
		}
		catch (AmqpException ex) {
			logger.debug("The broker does not tell of {}", queue, ex);
			return OptionalLong.empty();
		}
	}

}
