package org.imageingest.messaging;

import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DeclarableCustomizer;
import org.springframework.amqp.core.Queue;

/**
 * Sets the one argument of our queues that the binder has no property for: a message that
 * the broker itself gives up is kept in its queue until the dead-letter queue has
 * confirmed it. Without it the broker moves such messages at most once and may lose them.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#dead-lettering">RabbitMQ,
 * Quorum Queues: Dead Lettering</a>
 */
final class QueueArguments implements DeclarableCustomizer {

	private static final String TYPE = "x-queue-type";

	private static final String DEAD_LETTER_EXCHANGE = "x-dead-letter-exchange";

	private static final String DEAD_LETTER_STRATEGY = "x-dead-letter-strategy";

	@Override
	public Declarable apply(Declarable declarable) {
		// Only quorum queues know it; a classic one is refused with it.
		if (declarable instanceof Queue queue && "quorum".equals(queue.getArguments().get(TYPE))
				&& queue.getArguments().containsKey(DEAD_LETTER_EXCHANGE)) {
			queue.addArgument(DEAD_LETTER_STRATEGY, "at-least-once");
		}
		return declarable;
	}

}
