package org.imageingest.source.outbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.IngestProperties;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what has waited in the outbox: the broker was not there, or the instance that
 * took the photo died. Messages are made anew from the jobs' rows.
 */
@Component
class OutboxSender {

	private static final Logger logger = LoggerFactory.getLogger(OutboxSender.class);

	private static final int BATCH = 50;

	private final Outbox outbox;

	private final JobRepository jobs;

	private final OutboxDelivery delivery;

	private final TransactionOperations transactions;

	private final IngestProperties properties;

	OutboxSender(Outbox outbox, JobRepository jobs, OutboxDelivery delivery, TransactionOperations transactions,
			IngestProperties properties) {
		this.outbox = outbox;
		this.jobs = jobs;
		this.delivery = delivery;
		this.transactions = transactions;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${ingest.outbox.interval:1s}")
	void sendWaiting() {
		while (Boolean.TRUE.equals(this.transactions.execute((transaction) -> sendBatch()))) {
			logger.info("Sent {} waiting messages", BATCH);
		}
	}

	/** Returns whether a full batch was sent, so that more may wait. */
	private boolean sendBatch() {
		List<String> jobIds = this.outbox.lockOlderThan(this.properties.outbox().resendAfter(), BATCH);
		if (jobIds.isEmpty()) {
			return false;
		}
		Map<String, Job> rows = this.jobs.findAll(jobIds);
		List<UploadedImage> messages = jobIds.stream()
			.map(rows::get)
			.filter(Objects::nonNull)
			.map(Job::toMessage)
			.toList();
		return this.delivery.deliver(messages) && jobIds.size() == BATCH;
	}

}
