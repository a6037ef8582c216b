package org.imageingest.model.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An image whose variants wait in staging to be published. Without variants and metadata
 * it says that the image is published already and only the tags are to be united.
 *
 * @param v version of the message format
 * @param jobId the job
 * @param attempt see {@link JobMessage#attempt()}
 * @param imageId name of the image
 * @param owner subject of the uploader
 * @param acceptedAt see {@link JobMessage#acceptedAt()}
 * @param runId the run that these objects belong to
 * @param recipeVersion version of the recipe that the variants were made by
 * @param engine name of the engine that made them
 * @param original the original to publish
 * @param preview the client's preview to publish, if any
 * @param variants the variants in staging; empty for an image that is published already
 * @param metadata what was read from the photo; absent for an image that is published
 * already
 * @param removed groups of tags that privacy dropped
 * @param warnings what the client should know, as codes
 * @param filename display text only, never a path or key
 * @param tags the client's tags
 * @param placeholder ThumbHash of the picture in base64; absent without variants
 * @param uploadedSha256 lower-case hexadecimal SHA-256 of the uploaded bytes, where those
 * of {@code original} are others
 * @param keepLocation true if the position is kept because the client wants it and the
 * operator allows it, otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessedImage(int v, String jobId, int attempt, String imageId, String owner, Instant acceptedAt,
		String runId, int recipeVersion, String engine, OriginalObject original, @Nullable PreviewObject preview,
		List<StagedVariant> variants, @Nullable ImageMetadata metadata, List<String> removed, List<String> warnings,
		String filename, List<String> tags, @Nullable String placeholder, @Nullable String uploadedSha256,
		@Nullable Boolean keepLocation) implements JobMessage {

	public ProcessedImage {
		Objects.requireNonNull(jobId, "jobId");
		Objects.requireNonNull(imageId, "imageId");
		Objects.requireNonNull(owner, "owner");
		Objects.requireNonNull(acceptedAt, "acceptedAt");
		Objects.requireNonNull(runId, "runId");
		Objects.requireNonNull(engine, "engine");
		Objects.requireNonNull(original, "original");
		Objects.requireNonNull(filename, "filename");
		variants = List.copyOf(variants);
		removed = (removed != null) ? List.copyOf(removed) : List.of();
		warnings = (warnings != null) ? List.copyOf(warnings) : List.of();
		tags = List.copyOf(tags);
	}

	/**
	 * An image without a placeholder, its original as it was uploaded, without a position
	 * kept at the client's wish.
	 * @param v version of the message format
	 * @param jobId the job
	 * @param attempt see {@link JobMessage#attempt()}
	 * @param imageId name of the image
	 * @param owner subject of the uploader
	 * @param acceptedAt see {@link JobMessage#acceptedAt()}
	 * @param runId the run that these objects belong to
	 * @param recipeVersion version of the recipe
	 * @param engine name of the engine
	 * @param original the original to publish
	 * @param preview the client's preview to publish, if any
	 * @param variants the variants in staging
	 * @param metadata what was read from the photo
	 * @param removed groups of tags that privacy dropped
	 * @param warnings what the client should know
	 * @param filename display text only
	 * @param tags the client's tags
	 */
	public ProcessedImage(int v, String jobId, int attempt, String imageId, String owner, Instant acceptedAt,
			String runId, int recipeVersion, String engine, OriginalObject original, @Nullable PreviewObject preview,
			List<StagedVariant> variants, @Nullable ImageMetadata metadata, List<String> removed, List<String> warnings,
			String filename, List<String> tags) {
		this(v, jobId, attempt, imageId, owner, acceptedAt, runId, recipeVersion, engine, original, preview, variants,
				metadata, removed, warnings, filename, tags, null, null, null);
	}

	/**
	 * Tells whether the position is kept at the client's wish.
	 * @return false where nothing is said
	 */
	public boolean keepsLocation() {
		return Boolean.TRUE.equals(this.keepLocation);
	}

	/**
	 * Tells whether the image was found published, so that nothing was made.
	 * @return true if there is nothing to publish but tags
	 */
	public boolean alreadyPublished() {
		return this.metadata == null;
	}

}
