package org.imageingest.model.message;

import org.imageingest.model.recipe.VariantFormat;

/**
 * A variant that waits in staging.
 *
 * @param name name in the recipe
 * @param format encoded format
 * @param key object key in staging
 * @param width width in pixels
 * @param height height in pixels
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256
 */
public record StagedVariant(String name, VariantFormat format, String key, int width, int height, long bytes,
		String sha256) {
}
