package org.imageingest.source.image;

import org.imageingest.model.recipe.VariantFormat;

/**
 * A variant as told to clients.
 *
 * @param name name in the recipe
 * @param format encoded format
 * @param width width in pixels
 * @param height height in pixels
 * @param bytes size in bytes
 */
public record VariantView(String name, VariantFormat format, int width, int height, long bytes) {
}
