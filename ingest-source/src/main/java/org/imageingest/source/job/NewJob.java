package org.imageingest.source.job;

import java.time.Instant;
import java.util.List;

import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.UploadedImage;
import org.jspecify.annotations.Nullable;

/**
 * A job about to be accepted; its bytes are staged.
 *
 * @param jobId name of the job
 * @param imageId name of the image that its bytes make
 * @param owner subject of the uploader
 * @param original the staged bytes
 * @param preview the client's staged picture of a camera RAW, if any
 * @param filename display text
 * @param tags the client's tags
 * @param keepLocation whether the client wants its position kept
 */
public record NewJob(String jobId, String imageId, String owner, OriginalObject original,
		@Nullable PreviewObject preview, String filename, List<String> tags, boolean keepLocation) {

	/**
	 * Makes the message that sends this job on its way for the first time.
	 * @param acceptedAt database time of its acceptance
	 * @return the message
	 */
	public UploadedImage toMessage(Instant acceptedAt) {
		return new UploadedImage(JobMessage.VERSION, this.jobId, 1, this.imageId, this.owner, acceptedAt, this.original,
				this.preview, this.filename, this.tags, this.keepLocation ? true : null);
	}

}
