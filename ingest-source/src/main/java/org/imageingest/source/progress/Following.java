package org.imageingest.source.progress;

import org.imageingest.source.listing.JobChange;
import org.jspecify.annotations.Nullable;

/**
 * What a stream tells of.
 *
 * @param owner whose jobs
 * @param id the job or batch that is followed to its end; absent where all jobs are
 * followed, for as long as the client likes
 */
record Following(String owner, @Nullable String id) {

	static Following allOf(String owner) {
		return new Following(owner, null);
	}

	boolean hasEnd() {
		return this.id != null;
	}

	boolean includes(JobChange change) {
		return change.owner().equals(this.owner)
				&& (this.id == null || this.id.equals(change.jobId()) || this.id.equals(change.item().batchId()));
	}

}
