package org.imageingest.source.cancel;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Calls off jobs, in the order that no crash can turn around: every reason is committed
 * before the first claim goes.
 */
@Component
public class JobCancellation {

	private final Cancellations cancellations;

	private final ClaimRemoval claims;

	JobCancellation(Cancellations cancellations, ClaimRemoval claims) {
		this.cancellations = cancellations;
		this.claims = claims;
	}

	/**
	 * Calls off those jobs that are running.
	 * @param jobIds any jobs
	 * @param detail why
	 * @throws org.springframework.dao.DataAccessException if the database does not answer
	 */
	public void cancel(List<String> jobIds, CancelDetail detail) {
		this.claims.remove(jobIds.stream().filter((jobId) -> this.cancellations.begin(jobId, detail)).toList());
	}

}
