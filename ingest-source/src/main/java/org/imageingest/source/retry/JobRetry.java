package org.imageingest.source.retry;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.PromptSender;
import org.imageingest.store.ObjectStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends a failed job on its way once more: the new attempt and its outbox row in one
 * commit.
 */
@Component
public class JobRetry {

	private final Retries retries;

	private final JobRepository jobs;

	private final Outbox outbox;

	private final PromptSender sender;

	private final ObjectStore store;

	private final TransactionOperations transactions;

	JobRetry(Retries retries, JobRepository jobs, Outbox outbox, PromptSender sender, ObjectStore store,
			TransactionOperations transactions) {
		this.retries = retries;
		this.jobs = jobs;
		this.outbox = outbox;
		this.sender = sender;
		this.store = store;
		this.transactions = transactions;
	}

	/**
	 * Retries a job.
	 * @param job the job as it was read
	 * @return the job in its new attempt
	 * @throws ProblemException with {@link ProblemType#NOT_RETRYABLE} if there is nothing
	 * to try again, or another retry was faster
	 */
	public Job retry(Job job) {
		return retry(job, () -> {
		});
	}

	/**
	 * Retries a job.
	 * @param job the job as it was read
	 * @param alongside what is committed together with the new attempt
	 * @return the job in its new attempt
	 * @throws ProblemException with {@link ProblemType#NOT_RETRYABLE} if there is nothing
	 * to try again, or another retry was faster
	 */
	public Job retry(Job job, Runnable alongside) {
		if (job.state() != JobState.FAILED) {
			throw refused("Only failed jobs can be retried, this one is " + job.state().code());
		}
		if (!job.retryable()) {
			throw refused("The job failed for a reason that another attempt does not change");
		}
		if (!this.store.exists(ObjectKeys.stagedOriginal(job.jobId()))) {
			throw refused("The uploaded bytes are gone; upload the photo again");
		}
		Job retried = this.transactions.execute((transaction) -> begin(job, alongside));
		if (retried == null) {
			throw refused("The job was retried already");
		}
		this.sender.send(retried.toMessage());
		return retried;
	}

	private @Nullable Job begin(Job job, Runnable alongside) {
		if (!this.retries.begin(job.jobId(), job.attempt())) {
			return null;
		}
		this.outbox.renew(job.jobId());
		alongside.run();
		return this.jobs.find(job.jobId()).orElseThrow();
	}

	private static ProblemException refused(String detail) {
		return new ProblemException(Problem.of(ProblemType.NOT_RETRYABLE, detail));
	}

}
