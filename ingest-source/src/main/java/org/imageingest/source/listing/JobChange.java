package org.imageingest.source.listing;

import org.imageingest.source.job.JobState;

/**
 * The latest change of a job.
 *
 * @param owner subject of the uploader
 * @param number place among all changes of jobs; 0 until it got one
 * @param state where the job stands
 * @param item the job after the change
 */
public record JobChange(String owner, long number, JobState state, JobItem item) {

	public String jobId() {
		return this.item.jobId();
	}

	public boolean isRunning() {
		return this.state == JobState.PROCESSING || this.state == JobState.CANCELLING;
	}

}
