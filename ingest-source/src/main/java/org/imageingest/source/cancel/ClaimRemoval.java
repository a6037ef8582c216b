package org.imageingest.source.cancel;

import java.util.List;

import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes the claims of jobs that were called off: at once, and again for those whose
 * request died or met a store that was down.
 */
@Component
class ClaimRemoval {

	private static final Logger logger = LoggerFactory.getLogger(ClaimRemoval.class);

	private static final int BATCH = 200;

	private final Cancellations cancellations;

	private final ObjectStore store;

	ClaimRemoval(Cancellations cancellations, ObjectStore store) {
		this.cancellations = cancellations;
		this.store = store;
	}

	/**
	 * Removes claims of jobs that are committed as called off. What fails is done later.
	 * @param jobIds the jobs
	 * @return whether all claims are gone
	 */
	boolean remove(List<String> jobIds) {
		for (String jobId : jobIds) {
			try {
				this.store.delete(ObjectKeys.stagedOriginal(jobId));
			}
			catch (SdkException ex) {
				logger.warn("The claim of {} stays until the store answers: {}", jobId, ex.getMessage());
				return false;
			}
			this.cancellations.claimRemoved(jobId);
		}
		return true;
	}

	@Scheduled(fixedDelayString = "${ingest.cancel.interval:1s}")
	void removeForgotten() {
		List<String> forgotten;
		do {
			forgotten = this.cancellations.withClaim(BATCH);
		}
		while (remove(forgotten) && forgotten.size() == BATCH);
	}

}
