package org.imageingest.source.deadletter;

import org.imageingest.source.queue.QueueProperties;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Listens to the dead-letter queues. They are declared by those who park in them, perhaps
 * later than this app starts: each is looked for without waiting.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	private static final int PREFETCH = 20;

	private static final long LOOK_FOR_QUEUES_MILLIS = 10_000;

	@Bean
	DirectMessageListenerContainer deadLetterContainer(ConnectionFactory connections, QueueProperties queues,
			ParkedMessageReader reader, TakeOver takeOver) {
		DirectMessageListenerContainer container = new DirectMessageListenerContainer(connections);
		container.setQueueNames(queues.deadLetters().toArray(String[]::new));
		container.setAutoStartup(!queues.deadLetters().isEmpty());
		container.setMessageListener(new ParkedMessageListener(reader, takeOver));
		container.setPrefetchCount(PREFETCH);
		// A stream that was never deployed has none.
		container.setMissingQueuesFatal(false);
		container.setFailedDeclarationRetryInterval(LOOK_FOR_QUEUES_MILLIS);
		container.setDefaultRequeueRejected(true);
		return container;
	}

}
