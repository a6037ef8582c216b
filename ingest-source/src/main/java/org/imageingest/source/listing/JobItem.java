package org.imageingest.source.listing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.problem.Problem;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A job in short: what its row tells, without a look at the store.
 *
 * @param jobId name of the job
 * @param batchId the batch that it was uploaded with, if any
 * @param status processing, completed, failed, cancelling or cancelled
 * @param progress percent, 0 to 100
 * @param stage last stage reached
 * @param filename display text
 * @param bytes size of the uploaded file
 * @param acceptedAt when it was accepted
 * @param finishedAt when it ended
 * @param imageId name of the image, once completed
 * @param error why it failed
 * @param retryable whether a failed job may be sent again
 * @param detail why it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobItem(String jobId, @Nullable String batchId, String status, int progress, String stage,
		String filename, long bytes, Instant acceptedAt, @Nullable Instant finishedAt, @Nullable String imageId,
		@Nullable Problem error, @Nullable Boolean retryable, @Nullable String detail) {

	/**
	 * Tells of a job.
	 * @param job the job
	 * @return what a client is told of it without a look at the store
	 */
	public static JobItem of(Job job) {
		boolean failed = job.state() == JobState.FAILED;
		return new JobItem(job.jobId(), job.batchId(), job.state().code(), job.progress(), job.stage().code(),
				job.filename(), job.original().bytes(), job.acceptedAt(), job.finishedAt(),
				(job.state() == JobState.COMPLETED) ? job.imageId() : null, failed ? job.problem() : null,
				failed ? job.retryable() : null, (job.state() == JobState.CANCELLED) ? job.detail() : null);
	}

}
