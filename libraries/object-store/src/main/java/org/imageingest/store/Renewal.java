package org.imageingest.store;

import java.nio.file.Path;
import java.util.List;

import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What was made anew of a published image, on the local disk.
 *
 * @param former the document that it was made from
 * @param runId the run that the new objects belong to, never used before
 * @param recipeVersion version of the recipe that all variants are of from now on
 * @param engine name of the engine
 * @param made the new variants
 * @param kept names of the variants that stay as they are
 * @param original a new original; null where the published one stays
 * @param metadata what was kept of the photo's metadata
 * @param removed groups of tags that privacy dropped
 * @param warnings what the client should know, as codes
 * @param placeholder ThumbHash of the picture in base64; absent without variants
 */
public record Renewal(ImageDocument former, String runId, int recipeVersion, String engine, List<Made> made,
		List<String> kept, @Nullable NewOriginal original, ImageMetadata metadata, List<String> removed,
		List<String> warnings, @Nullable String placeholder) {

	public Renewal {
		made = List.copyOf(made);
		kept = List.copyOf(kept);
		removed = List.copyOf(removed);
		warnings = List.copyOf(warnings);
	}

	/**
	 * A variant that was made.
	 *
	 * @param name name in the recipe
	 * @param format encoded format
	 * @param fileName last part of its key
	 * @param file the encoded picture
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param bytes size in bytes
	 */
	public record Made(String name, VariantFormat format, String fileName, Path file, int width, int height,
			long bytes) {
	}

	/**
	 * A copy of the original without its location.
	 *
	 * @param file the copy
	 * @param bytes size in bytes
	 * @param sha256 lower-case hexadecimal SHA-256 of the copy
	 */
	public record NewOriginal(Path file, long bytes, String sha256) {
	}

}
