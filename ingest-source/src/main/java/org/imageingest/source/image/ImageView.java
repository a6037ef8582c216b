package org.imageingest.source.image;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An image as its owner sees it.
 *
 * @param imageId name of the image
 * @param createdAt first publication
 * @param updatedAt last change
 * @param urls addresses of variants and original, without the original where its location
 * was to be removed and could not be
 * @param urlsExpireAt until when signed addresses work
 * @param metadata what was kept of the photo's metadata
 * @param removed groups of tags that privacy dropped
 * @param variants sizes of the variants
 * @param tags union of the tags of all uploads of these bytes
 * @param warnings what the client should know, as codes
 * @param original what was uploaded
 * @param recipeVersion version of the recipe that the variants were made by
 * @param engine name of the engine that made them
 * @param placeholder ThumbHash of the picture in base64; absent without variants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageView(String imageId, Instant createdAt, Instant updatedAt, Map<String, URI> urls,
		Instant urlsExpireAt, ImageMetadata metadata, List<String> removed, List<VariantView> variants,
		List<String> tags, List<String> warnings, OriginalView original, int recipeVersion, String engine,
		@Nullable String placeholder) {

	/**
	 * The original as told to clients.
	 *
	 * @param contentType media type
	 * @param bytes size in bytes
	 */
	public record OriginalView(String contentType, long bytes) {
	}

}
