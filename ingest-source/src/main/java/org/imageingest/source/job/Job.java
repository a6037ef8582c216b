package org.imageingest.source.job;

import java.time.Instant;
import java.util.List;

import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A job's row.
 *
 * @param jobId name of the job
 * @param imageId name of the image that its bytes make
 * @param owner subject of the uploader
 * @param state where it stands
 * @param attempt how often it was sent on its way
 * @param stage last stage reported
 * @param progress percent, 0 to 100
 * @param acceptedAt database time of its acceptance
 * @param finishedAt database time of its end; absent while it runs
 * @param original the staged bytes
 * @param preview the client's staged picture of a camera RAW, if any
 * @param filename display text
 * @param tags the client's tags
 * @param keepLocation whether the client wants its position kept
 * @param problem why it failed
 * @param retryable whether it may be sent again
 * @param detail why it was cancelled
 * @param batchId the batch that it was uploaded with, if any
 * @param changeNumber place of its last change among all changes of jobs; 0 until it got
 * one
 */
public record Job(String jobId, String imageId, String owner, JobState state, int attempt, JobStage stage, int progress,
		Instant acceptedAt, @Nullable Instant finishedAt, OriginalObject original, @Nullable PreviewObject preview,
		String filename, List<String> tags, boolean keepLocation, @Nullable Problem problem, boolean retryable,
		@Nullable String detail, @Nullable String batchId, long changeNumber) {

	/**
	 * Makes the message that sends this job on its way.
	 * @return the message of the current attempt
	 */
	public UploadedImage toMessage() {
		return new UploadedImage(JobMessage.VERSION, this.jobId, this.attempt, this.imageId, this.owner,
				this.acceptedAt, this.original, this.preview, this.filename, this.tags,
				this.keepLocation ? true : null);
	}

	/**
	 * Tells whether nothing will ever be done with the staged bytes any more.
	 * @return true for an ended job that cannot be sent again
	 */
	public boolean hasEndedForGood() {
		return !this.retryable && switch (this.state) {
			case PROCESSING, CANCELLING -> false;
			case COMPLETED, FAILED, CANCELLED -> true;
		};
	}

}
