package org.imageingest.source.outbox;

import java.util.List;
import java.util.Map;

import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.messaging.NotConfirmedException;
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
 * Keeps the promises of the outbox: at once while the request is there, later by itself
 * when the broker was not there then.
 */
@Component
public class OutboxSender {

	private static final Logger logger = LoggerFactory.getLogger(OutboxSender.class);

	private static final String BINDING = "output";

	private static final int BATCH = 50;

	private final Outbox outbox;

	private final JobRepository jobs;

	private final ConfirmedSender sender;

	private final TransactionOperations transactions;

	private final IngestProperties properties;

	OutboxSender(Outbox outbox, JobRepository jobs, ConfirmedSender sender, TransactionOperations transactions,
			IngestProperties properties) {
		this.outbox = outbox;
		this.jobs = jobs;
		this.sender = sender;
		this.transactions = transactions;
		this.properties = properties;
	}

	/**
	 * Sends the message of a job that was just committed. Whatever goes wrong, the
	 * promise stays in the outbox and the job is accepted: this never throws.
	 * @param message the message
	 */
	public void sendNow(UploadedImage message) {
		try {
			this.sender.send(BINDING, message);
			this.outbox.remove(message.jobId());
		}
		catch (NotConfirmedException ex) {
			logger.warn("Job {} waits in the outbox: {}", message.jobId(), ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("Job {} waits in the outbox", message.jobId(), ex);
		}
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
		Map<String, Job> rows = this.jobs.findAll(jobIds);
		for (String jobId : jobIds) {
			Job job = rows.get(jobId);
			if (job != null) {
				try {
					this.sender.send(BINDING, job.toMessage());
				}
				catch (NotConfirmedException ex) {
					// What was sent so far is committed; the rest is tried at the next
					// look.
					logger.warn("Outbox: {}", ex.getMessage());
					return false;
				}
			}
			this.outbox.remove(jobId);
		}
		return jobIds.size() == BATCH;
	}

}
