package org.imageingest.source.staging;

import java.util.List;

import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes the staged bytes of jobs that have ended for good. The row says that a job has
 * ended before its bytes go, and that they are gone only after they went.
 */
@Component
class StagingCleaner {

	private static final Logger logger = LoggerFactory.getLogger(StagingCleaner.class);

	private static final int BATCH = 200;

	private final JobRepository jobs;

	private final JobTransitions transitions;

	private final ObjectStore store;

	StagingCleaner(JobRepository jobs, JobTransitions transitions, ObjectStore store) {
		this.jobs = jobs;
		this.transitions = transitions;
		this.store = store;
	}

	@Scheduled(fixedDelayString = "${ingest.staging.interval:1s}")
	void clean() {
		List<String> ended;
		do {
			ended = this.jobs.toClean(BATCH);
		}
		while (cleanAll(ended) && ended.size() == BATCH);
	}

	private boolean cleanAll(List<String> jobIds) {
		for (String jobId : jobIds) {
			try {
				this.store.deleteAll(ObjectKeys.staging(jobId));
			}
			catch (SdkException ex) {
				logger.warn("Staged bytes of {} stay until the store answers: {}", jobId, ex.getMessage());
				return false;
			}
			this.transitions.cleaned(jobId);
		}
		return true;
	}

}
