package org.imageingest.source.event;

import java.time.Duration;
import java.util.function.Consumer;

import org.imageingest.model.message.JobEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.transaction.TransactionException;

/**
 * Takes events from the queue. While database or store are down an event waits here, for
 * as long as it takes: it is the only news of its job.
 */
final class JobEventConsumer implements Consumer<Message<byte[]>> {

	private static final Logger logger = LoggerFactory.getLogger(JobEventConsumer.class);

	private final RetryOperations untilItWorks = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(Long.MAX_VALUE)
		.delay(Duration.ofMillis(200))
		.multiplier(2)
		.maxDelay(Duration.ofSeconds(10))
		.includes(DataAccessException.class, TransactionException.class, SdkException.class)
		.build());

	private final JsonMapper json;

	private final JobEventApplier applier;

	JobEventConsumer(JsonMapper json, JobEventApplier applier) {
		this.json = json;
		this.applier = applier;
	}

	@Override
	public void accept(Message<byte[]> delivery) {
		JobEvent event;
		try {
			event = this.json.readValue(delivery.getPayload(), JobEvent.class);
		}
		catch (JacksonException ex) {
			logger.error("Dropped an event that is none: {}", ex.getOriginalMessage());
			return;
		}
		try {
			this.untilItWorks.execute(() -> {
				this.applier.apply(event);
				return true;
			});
		}
		catch (RetryException ex) {
			throw new IllegalStateException("Event " + event.eventId() + " of " + event.jobId() + " was not applied",
					ex.getLastException());
		}
	}

}
