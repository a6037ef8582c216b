package org.imageingest.source.status;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobState;

/**
 * State of a batch as its jobs make it.
 */
enum BatchState {

	/** Some job runs. */
	PROCESSING,

	/** All jobs are completed. */
	COMPLETED,

	/** All jobs have ended; some are completed. */
	PARTIALLY_COMPLETED,

	/** All jobs have ended; none is completed. */
	FAILED,

	/** All jobs are cancelled. */
	CANCELLED;

	static BatchState of(Collection<Job> jobs) {
		Set<JobState> states = jobs.stream().map(Job::state).collect(Collectors.toSet());
		if (states.contains(JobState.PROCESSING) || states.contains(JobState.CANCELLING)) {
			return PROCESSING;
		}
		if (states.contains(JobState.COMPLETED)) {
			return (states.size() == 1) ? COMPLETED : PARTIALLY_COMPLETED;
		}
		return states.contains(JobState.FAILED) ? FAILED : CANCELLED;
	}

	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
