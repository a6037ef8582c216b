package org.imageingest.source.upload;

import java.util.List;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.source.job.NewJob;
import org.jspecify.annotations.Nullable;

/**
 * A photo whose bytes are staged; nothing is promised yet.
 *
 * @param jobId name of the job that it is to become
 * @param original the staged bytes
 * @param preview the client's staged picture of a camera RAW, if any
 * @param filename display text
 */
record StagedPhoto(String jobId, OriginalObject original, @Nullable PreviewObject preview, String filename) {

	NewJob toJob(IdentityKey key, String owner, List<String> tags, boolean keepLocation) {
		return new NewJob(this.jobId, key.imageId(owner, this.original.sha256()), owner, this.original, this.preview,
				this.filename, tags, keepLocation);
	}

}
