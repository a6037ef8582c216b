package org.imageingest.source.limit;

import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

import org.springframework.stereotype.Component;

/**
 * Keeps one owner from crowding out the others.
 */
@Component
public class OwnerLimits {

	private final UploadRate rate;

	private final JobsInFlight jobs;

	OwnerLimits(UploadRate rate, JobsInFlight jobs) {
		this.rate = rate;
		this.jobs = jobs;
	}

	/**
	 * Lets a request with at least one photo in; to be asked before its body is read.
	 * @param owner the caller
	 * @throws ProblemException {@link ProblemType#TOO_MANY_JOBS} or
	 * {@link ProblemType#TOO_MANY_REQUESTS}, with the time after which to try again
	 */
	public void admit(String owner) {
		this.jobs.check(owner);
		this.rate.first(owner);
	}

	/**
	 * Counts a further photo of a request that was let in.
	 * @param owner the caller
	 */
	public void count(String owner) {
		this.rate.another(owner);
	}

}
