package org.imageingest.engine;

import java.nio.file.Path;

import org.imageingest.model.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * One photo to be worked on.
 *
 * @param source the file as it came in; never written to
 * @param preview a JPEG of the same scene that the client brought: the variants are made
 * of it instead, and everything told is still that of the source
 * @param recipe the variants to make
 * @param policy which metadata is kept
 * @param limits what the engine refuses to decode
 * @param outputDirectory existing directory that receives one file for each variant,
 * named by {@link org.imageingest.model.recipe.Variant#fileName()}; the caller removes it
 * @param threads threads that may work on the photo at a time, at least 1: more only
 * where cores are idle
 * @param stripLocation whether to make a copy of the source without its location, named
 * {@link #STRIPPED_ORIGINAL}, as well
 */
public record EngineRequest(Path source, @Nullable Path preview, Recipe recipe, MetadataPolicy policy,
		ImageLimits limits, Path outputDirectory, int threads, boolean stripLocation) {

	/** Name of the copy in the output directory; no variant is named like it. */
	public static final String STRIPPED_ORIGINAL = "stripped-original";

	public EngineRequest {
		if (threads < 1) {
			throw new IllegalArgumentException("threads " + threads + " is not positive");
		}
	}

	/**
	 * A photo that shows itself, to be worked on by one thread.
	 * @param source the file as it came in
	 * @param recipe the variants to make
	 * @param policy which metadata is kept
	 * @param limits what the engine refuses to decode
	 * @param outputDirectory receives the variants
	 */
	public EngineRequest(Path source, Recipe recipe, MetadataPolicy policy, ImageLimits limits, Path outputDirectory) {
		this(source, null, recipe, policy, limits, outputDirectory, 1, false);
	}

	/**
	 * Lets the client's picture be shown.
	 * @param picture a JPEG of the same scene, or null to show the photo itself
	 * @return the same request but for that
	 */
	public EngineRequest withPreview(@Nullable Path picture) {
		return new EngineRequest(this.source, picture, this.recipe, this.policy, this.limits, this.outputDirectory,
				this.threads, this.stripLocation);
	}

	/**
	 * Lets several threads work on the photo.
	 * @param threads threads at a time, at least 1
	 * @return the same request but for that
	 */
	public EngineRequest withThreads(int threads) {
		return new EngineRequest(this.source, this.preview, this.recipe, this.policy, this.limits, this.outputDirectory,
				threads, this.stripLocation);
	}

	/**
	 * Asks for a copy of the source without its location, or for none.
	 * @param strip whether to make it
	 * @return the same request but for that
	 */
	public EngineRequest withStrippedLocation(boolean strip) {
		return new EngineRequest(this.source, this.preview, this.recipe, this.policy, this.limits, this.outputDirectory,
				this.threads, strip);
	}

}
