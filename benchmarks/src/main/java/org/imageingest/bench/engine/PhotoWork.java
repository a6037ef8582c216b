package org.imageingest.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.recipe.Recipe;

/**
 * The work on one photo, as the pipeline asks for it.
 */
final class PhotoWork {

	private final ImageEngine engine;

	private final Recipe recipe;

	PhotoWork(ImageEngine engine, Recipe recipe) {
		this.engine = engine;
		this.recipe = recipe;
	}

	/**
	 * Makes the variants of a photo.
	 * @param photo the photo
	 * @param directory existing directory for them
	 * @return what it took
	 * @throws BenchmarkFailedException if a variant could not be made
	 * @throws IOException if files cannot be read or written
	 */
	PhotoRun run(Path photo, Path directory) throws IOException {
		EngineRequest request = new EngineRequest(photo, this.recipe, MetadataPolicy.standard(), ImageLimits.standard(),
				directory);
		long begun = System.nanoTime();
		EngineResult result = process(request);
		Duration time = Duration.ofNanos(System.nanoTime() - begun);
		if (result.variants().size() != this.recipe.variants().size()) {
			throw new BenchmarkFailedException(
					"Not every variant of %s was made: %s".formatted(photo, result.warnings()));
		}
		long bytes = 0;
		for (RenderedVariant variant : result.variants()) {
			bytes += Files.size(variant.file());
		}
		return new PhotoRun(time, bytes);
	}

	private EngineResult process(EngineRequest request) throws IOException {
		try {
			return this.engine.process(request);
		}
		catch (ProblemException ex) {
			throw new BenchmarkFailedException(request.source() + ": " + ex.getMessage(), ex);
		}
	}

}
