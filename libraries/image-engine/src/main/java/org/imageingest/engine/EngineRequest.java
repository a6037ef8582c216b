package org.imageingest.engine;

import java.nio.file.Path;

import org.imageingest.model.recipe.Recipe;

/**
 * One photo to be worked on.
 *
 * @param source the file as it came in; never written to
 * @param recipe the variants to make
 * @param policy which metadata is kept
 * @param limits what the engine refuses to decode
 * @param outputDirectory existing directory that receives one file for each variant,
 * named by {@link org.imageingest.model.recipe.Variant#fileName()}; the caller removes it
 */
public record EngineRequest(Path source, Recipe recipe, MetadataPolicy policy, ImageLimits limits,
		Path outputDirectory) {
}
