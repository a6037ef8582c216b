package org.imageingest.model.storage;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.recipe.VariantFormat;
import org.jspecify.annotations.Nullable;

/**
 * The record of a published image ({@code documents/{imageId}/metadata.json}) and its
 * commit mark: what it names is the image, whatever else lies in the bucket.
 *
 * @param v version of the document format
 * @param imageId name of the image
 * @param owner subject of the owner
 * @param sha256 lower-case hexadecimal SHA-256 of the uploaded bytes
 * @param original the published original
 * @param preview key of the published preview that the client brought, if any
 * @param previewSha256 digest of that preview
 * @param runId run that made the objects
 * @param recipeVersion version of the recipe that the variants were made by
 * @param engine name of the engine that made them
 * @param variants the published variants
 * @param metadata what was kept of the photo's metadata
 * @param removed groups of tags that privacy dropped
 * @param tags union of the tags of all uploads of these bytes
 * @param warnings what the client should know, as codes
 * @param source where the image came from
 * @param acceptedAt when the work that made these objects was accepted; a deletion at or
 * after this instant wins over it
 * @param createdAt first publication
 * @param updatedAt last change of this document
 * @param placeholder ThumbHash of the picture in base64, shown while a variant is loaded;
 * absent without variants
 * @param keepLocation true if the position is kept because the owner wants it, whatever
 * is kept of other images; otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageDocument(int v, String imageId, String owner, String sha256, PublishedOriginal original,
		@Nullable String preview, @Nullable String previewSha256, String runId, int recipeVersion, String engine,
		List<PublishedVariant> variants, ImageMetadata metadata, List<String> removed, List<String> tags,
		List<String> warnings, Source source, Instant acceptedAt, Instant createdAt, Instant updatedAt,
		@Nullable String placeholder, @Nullable Boolean keepLocation) {

	/** Version of the document format written by this release. */
	public static final int VERSION = 1;

	/**
	 * The warning that the original was to be stored without its location and could not
	 * be.
	 */
	public static final String ORIGINAL_LOCATION_KEPT = "original-location-kept";

	/** The group of tags, among those removed, that tell where the photo was taken. */
	private static final String LOCATION = "gps";

	public ImageDocument {
		variants = List.copyOf(variants);
		removed = (removed != null) ? List.copyOf(removed) : List.of();
		tags = List.copyOf(tags);
		warnings = List.copyOf(warnings);
	}

	/**
	 * A document of an image without a placeholder.
	 * @param v version of the document format
	 * @param imageId name of the image
	 * @param owner subject of the owner
	 * @param sha256 digest of the uploaded bytes
	 * @param original the published original
	 * @param preview key of the published preview, if any
	 * @param previewSha256 digest of that preview
	 * @param runId run that made the objects
	 * @param recipeVersion version of the recipe
	 * @param engine name of the engine
	 * @param variants the published variants
	 * @param metadata what was kept of the photo's metadata
	 * @param removed groups of tags that privacy dropped
	 * @param tags tags of the image
	 * @param warnings what the client should know
	 * @param source where the image came from
	 * @param acceptedAt when the work was accepted
	 * @param createdAt first publication
	 * @param updatedAt last change of this document
	 */
	public ImageDocument(int v, String imageId, String owner, String sha256, PublishedOriginal original,
			@Nullable String preview, @Nullable String previewSha256, String runId, int recipeVersion, String engine,
			List<PublishedVariant> variants, ImageMetadata metadata, List<String> removed, List<String> tags,
			List<String> warnings, Source source, Instant acceptedAt, Instant createdAt, Instant updatedAt) {
		this(v, imageId, owner, sha256, original, preview, previewSha256, runId, recipeVersion, engine, variants,
				metadata, removed, tags, warnings, source, acceptedAt, createdAt, updatedAt, null, null);
	}

	/**
	 * Tells whether the position is kept at the owner's wish.
	 * @return false where nothing is said
	 */
	public boolean keepsLocation() {
		return Boolean.TRUE.equals(this.keepLocation);
	}

	/**
	 * Tells whether clients may be given the address of the original. They may not where
	 * its location was to be removed and is still in it.
	 * @return false if no address of it is to be made
	 */
	public boolean tellsOriginal() {
		return !this.warnings.contains(ORIGINAL_LOCATION_KEPT);
	}

	/**
	 * Returns this document with other tags.
	 * @param newTags the tags
	 * @param at time of the change
	 * @return a copy
	 */
	public ImageDocument withTags(List<String> newTags, Instant at) {
		return new ImageDocument(this.v, this.imageId, this.owner, this.sha256, this.original, this.preview,
				this.previewSha256, this.runId, this.recipeVersion, this.engine, this.variants, this.metadata,
				this.removed, newTags, this.warnings, this.source, this.acceptedAt, this.createdAt, at,
				this.placeholder, this.keepLocation);
	}

	/**
	 * Returns this document with the position that the owner wants to be kept.
	 * @param position where the photo was taken; absent if it does not tell
	 * @param at time of the change
	 * @return a copy
	 */
	public ImageDocument withLocation(@Nullable GpsPosition position, Instant at) {
		List<String> stillRemoved = (position == null) ? this.removed
				: this.removed.stream().filter((group) -> !group.equals(LOCATION)).toList();
		return new ImageDocument(this.v, this.imageId, this.owner, this.sha256, this.original, this.preview,
				this.previewSha256, this.runId, this.recipeVersion, this.engine, this.variants,
				this.metadata.withGps(position), stillRemoved, this.tags, this.warnings, this.source, this.acceptedAt,
				this.createdAt, at, this.placeholder, true);
	}

	/**
	 * The published original.
	 *
	 * @param key object key
	 * @param contentType media type
	 * @param bytes size in bytes
	 * @param sha256 lower-case hexadecimal SHA-256 where its bytes are not those that
	 * were uploaded, because its location was removed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record PublishedOriginal(String key, String contentType, long bytes, @Nullable String sha256) {

		/**
		 * An original as it was uploaded.
		 * @param key object key
		 * @param contentType media type
		 * @param bytes size in bytes
		 */
		public PublishedOriginal(String key, String contentType, long bytes) {
			this(key, contentType, bytes, null);
		}

	}

	/**
	 * A published variant.
	 *
	 * @param name name in the recipe
	 * @param key object key
	 * @param format encoded format
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param bytes size in bytes
	 */
	public record PublishedVariant(String name, String key, VariantFormat format, int width, int height, long bytes) {
	}

	/**
	 * Where an image came from.
	 *
	 * @param kind {@code upload} or {@code import}
	 * @param jobInstanceId the import that brought it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Source(String kind, @Nullable Long jobInstanceId) {

		public static Source upload() {
			return new Source("upload", null);
		}

	}

}
