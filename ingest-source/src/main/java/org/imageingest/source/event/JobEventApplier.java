package org.imageingest.source.event;

import java.util.Objects;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Applies one event to its job. Events may come twice, late and in any order.
 */
@Component
class JobEventApplier {

	private static final Logger logger = LoggerFactory.getLogger(JobEventApplier.class);

	private final JobRepository jobs;

	private final JobTransitions transitions;

	private final ProcessingTimes times;

	private final ObjectStore store;

	JobEventApplier(JobRepository jobs, JobTransitions transitions, ProcessingTimes times, ObjectStore store) {
		this.jobs = jobs;
		this.transitions = transitions;
		this.times = times;
		this.store = store;
	}

	void apply(JobEvent event) {
		String jobId = event.jobId();
		switch (event.type()) {
			case PROGRESS -> this.transitions.progress(jobId, event.attempt(), event.stage(), event.progress());
			case COMPLETED -> complete(jobId);
			case FAILED -> cleanUnless(this.transitions.fail(jobId, event.attempt(), problem(event),
					Boolean.TRUE.equals(event.retryable())), jobId);
			case IMAGE_DELETED -> cleanUnless(this.transitions.imageDeleted(jobId), jobId);
			case CLAIM_MISSING -> claimMissing(jobId);
		}
	}

	/** Who reports after the end may have staged something after it as well. */
	private void cleanUnless(boolean applied, String jobId) {
		if (!applied) {
			this.transitions.cleanAgain(jobId);
		}
	}

	private void complete(String jobId) {
		if (this.transitions.complete(jobId)) {
			this.times.completed(jobId);
		}
	}

	/** Only this app knows why a claim is gone: it alone removes claims. */
	private void claimMissing(String jobId) {
		Job job = this.jobs.find(jobId).orElse(null);
		if (job == null) {
			logger.warn("A claim is missing of job {}, which is not known here", jobId);
			return;
		}
		if (this.transitions.cleanAgain(jobId) || this.transitions.cancelled(jobId)) {
			return;
		}
		if (job.state() == JobState.PROCESSING && !this.store.exists(ObjectKeys.stagedOriginal(jobId))) {
			logger.error("The staged bytes of job {} are gone", jobId);
			this.transitions.loseStaging(jobId,
					Problem.of(ProblemType.STAGING_LOST, "The uploaded bytes are gone; upload the photo again")
						.at(jobId));
		}
	}

	private static Problem problem(JobEvent event) {
		return Objects.requireNonNullElseGet(event.problem(),
				() -> Problem.of(ProblemType.PROCESSING_FAILED, "The job failed without a reason").at(event.jobId()));
	}

}
