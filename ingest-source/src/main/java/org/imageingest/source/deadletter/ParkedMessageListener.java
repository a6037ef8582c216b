package org.imageingest.source.deadletter;

import java.time.Duration;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes messages from the dead-letter queues. While the database is down they wait here
 * and in their queue.
 */
final class ParkedMessageListener implements MessageListener {

	private final RetryOperations untilItWorks = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(Long.MAX_VALUE)
		.delay(Duration.ofMillis(200))
		.multiplier(2)
		.maxDelay(Duration.ofSeconds(10))
		.includes(DataAccessException.class, TransactionException.class)
		.build());

	private final ParkedMessageReader reader;

	private final TakeOver takeOver;

	ParkedMessageListener(ParkedMessageReader reader, TakeOver takeOver) {
		this.reader = reader;
		this.takeOver = takeOver;
	}

	@Override
	public void onMessage(Message message) {
		ParkedMessage parked = this.reader.read(message);
		try {
			this.untilItWorks.execute(() -> {
				this.takeOver.take(parked);
				return true;
			});
		}
		catch (RetryException ex) {
			throw new IllegalStateException("A message from " + parked.queue() + " was not taken over",
					ex.getLastException());
		}
	}

}
