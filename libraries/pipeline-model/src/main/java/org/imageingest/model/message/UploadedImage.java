package org.imageingest.model.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An accepted upload whose bytes wait in staging.
 *
 * @param v version of the message format
 * @param jobId the job
 * @param attempt see {@link JobMessage#attempt()}
 * @param imageId name of the image that these bytes make for this owner
 * @param owner subject of the uploader
 * @param acceptedAt see {@link JobMessage#acceptedAt()}
 * @param original the claim: where the bytes lie
 * @param preview a picture of the same scene brought by the client, if any
 * @param filename display text only, never a path or key
 * @param tags the client's tags
 * @param keepLocation true if the client wants its position kept, otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadedImage(int v, String jobId, int attempt, String imageId, String owner, Instant acceptedAt,
		OriginalObject original, @Nullable PreviewObject preview, String filename, List<String> tags,
		@Nullable Boolean keepLocation) implements JobMessage {

	public UploadedImage {
		Objects.requireNonNull(jobId, "jobId");
		Objects.requireNonNull(imageId, "imageId");
		Objects.requireNonNull(owner, "owner");
		Objects.requireNonNull(acceptedAt, "acceptedAt");
		Objects.requireNonNull(original, "original");
		Objects.requireNonNull(filename, "filename");
		tags = List.copyOf(tags);
	}

	/**
	 * An upload whose position is not to be kept.
	 * @param v version of the message format
	 * @param jobId the job
	 * @param attempt see {@link JobMessage#attempt()}
	 * @param imageId name of the image
	 * @param owner subject of the uploader
	 * @param acceptedAt see {@link JobMessage#acceptedAt()}
	 * @param original where the bytes lie
	 * @param preview a picture of the same scene, if any
	 * @param filename display text only
	 * @param tags the client's tags
	 */
	public UploadedImage(int v, String jobId, int attempt, String imageId, String owner, Instant acceptedAt,
			OriginalObject original, @Nullable PreviewObject preview, String filename, List<String> tags) {
		this(v, jobId, attempt, imageId, owner, acceptedAt, original, preview, filename, tags, null);
	}

	/**
	 * Tells whether the client wants its position kept.
	 * @return false where nothing is said
	 */
	public boolean keepsLocation() {
		return Boolean.TRUE.equals(this.keepLocation);
	}

}
