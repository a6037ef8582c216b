package org.imageingest.engine;

import java.nio.file.Path;

import org.imageingest.model.recipe.Variant;

/**
 * A variant that was made.
 *
 * @param variant its place in the recipe
 * @param file the encoded picture
 * @param width width in pixels
 * @param height height in pixels
 */
public record RenderedVariant(Variant variant, Path file, int width, int height) {
}
