package org.imageingest.source.job;

import java.util.List;

import org.imageingest.model.message.OriginalObject;

/**
 * A job about to be accepted; its bytes are staged.
 *
 * @param jobId name of the job
 * @param imageId name of the image that its bytes make
 * @param owner subject of the uploader
 * @param original the staged bytes
 * @param filename display text
 * @param tags the client's tags
 */
public record NewJob(String jobId, String imageId, String owner, OriginalObject original, String filename,
		List<String> tags) {
}
