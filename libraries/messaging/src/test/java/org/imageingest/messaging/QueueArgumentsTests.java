package org.imageingest.messaging;

import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

import static org.assertj.core.api.Assertions.assertThat;

class QueueArgumentsTests {

	private static final String STRATEGY = "x-dead-letter-strategy";

	private final QueueArguments arguments = new QueueArguments();

	@Test
	void whatTheBrokerGivesUpIsMovedAtLeastOnce() {
		Queue queue = QueueBuilder.durable("images").quorum().deadLetterExchange("DLX").build();
		assertThat(this.arguments.apply(queue)).isSameAs(queue);
		assertThat(queue.getArguments()).containsEntry(STRATEGY, "at-least-once");
	}

	@Test
	void aQueueThatWouldBeRefusedWithItIsLeftAlone() {
		Queue classic = QueueBuilder.durable("images").deadLetterExchange("DLX").build();
		Queue withoutDeadLetters = QueueBuilder.durable("images.dlq").quorum().build();
		this.arguments.apply(classic);
		this.arguments.apply(withoutDeadLetters);
		assertThat(classic.getArguments()).doesNotContainKey(STRATEGY);
		assertThat(withoutDeadLetters.getArguments()).doesNotContainKey(STRATEGY);
	}

	@Test
	void exchangesPassThrough() {
		TopicExchange exchange = new TopicExchange("images");
		assertThat(this.arguments.apply(exchange)).isSameAs(exchange);
	}

}
