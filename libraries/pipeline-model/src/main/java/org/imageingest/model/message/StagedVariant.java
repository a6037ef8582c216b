package org.imageingest.model.message;

import org.imageingest.model.recipe.VariantFormat;
import org.jspecify.annotations.Nullable;

/**
 * A variant that waits in staging.
 *
 * @param name name in the recipe
 * @param format encoded format
 * @param key object key in staging
 * @param width width in pixels
 * @param height height in pixels
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256; null where it is published from the disk
 * on which it was made
 */
public record StagedVariant(String name, VariantFormat format, String key, int width, int height, long bytes,
		@Nullable String sha256) {
}
