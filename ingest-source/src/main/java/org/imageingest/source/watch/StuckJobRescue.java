package org.imageingest.source.watch;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.watch.StuckJobs.Stuck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Helps a stuck job: sends it on its way once more, or, where that was done before, tells
 * its owner that it failed.
 */
@Component
class StuckJobRescue {

	private static final Logger logger = LoggerFactory.getLogger(StuckJobRescue.class);

	private final StuckJobs jobs;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	StuckJobRescue(StuckJobs jobs, Outbox outbox, TransactionOperations transactions) {
		this.jobs = jobs;
		this.outbox = outbox;
		this.transactions = transactions;
	}

	void rescue(Stuck job) {
		if (job.resent()) {
			Problem problem = Problem
				.of(ProblemType.PROCESSING_FAILED, "The service lost track of the photo twice; try again later")
				.at(job.jobId());
			if (this.jobs.fail(job, problem)) {
				logger.error("Job {} had no news for {} in attempt {}, after it was sent again: failed", job.jobId(),
						job.silence(), job.attempt());
			}
		}
		else if (Boolean.TRUE.equals(this.transactions.execute((transaction) -> sendAgain(job)))) {
			logger.warn("Job {} had no news for {} in attempt {}: sent again", job.jobId(), job.silence(),
					job.attempt());
		}
	}

	/** The outbox' own sender takes it from there, after its usual wait. */
	private boolean sendAgain(Stuck job) {
		if (!this.jobs.beginAnew(job)) {
			return false;
		}
		this.outbox.renew(job.jobId());
		return true;
	}

}
