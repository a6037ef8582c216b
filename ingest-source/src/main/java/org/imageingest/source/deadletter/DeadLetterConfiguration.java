package org.imageingest.source.deadletter;

import org.imageingest.source.queue.QueueProperties;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Listens to the dead-letter queues. They are declared by those who park in them.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	private static final int PREFETCH = 20;

	private static final long LOOK_FOR_QUEUES_MILLIS = 10_000;

	@Bean
	SimpleMessageListenerContainer deadLetterContainer(ConnectionFactory connections, QueueProperties queues,
			ParkedMessageReader reader, TakeOver takeOver) {
		SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
		container.setQueueNames(queues.deadLetters().toArray(String[]::new));
		container.setAutoStartup(!queues.deadLetters().isEmpty());
		container.setMessageListener(new ParkedMessageListener(reader, takeOver));
		container.setPrefetchCount(PREFETCH);
		// A stream that was never deployed has none.
		container.setMissingQueuesFatal(false);
		container.setRetryDeclarationInterval(LOOK_FOR_QUEUES_MILLIS);
		container.setDefaultRequeueRejected(true);
		return container;
	}

}
