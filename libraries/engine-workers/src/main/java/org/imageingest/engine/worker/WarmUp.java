package org.imageingest.engine.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.recipe.Recipe;

/**
 * Loads what photos need, and proves that it works, before the first of them comes.
 */
final class WarmUp {

	private static final String PICTURE = "warm-up.jpg";

	private WarmUp() {
	}

	/**
	 * Makes the standard variants of a small JPEG.
	 * @param engine the engine
	 * @throws IOException if there is no place for files
	 * @throws IllegalStateException if a variant is not made
	 */
	static void run(ImageEngine engine) throws IOException {
		Path directory = Files.createTempDirectory("warm-up");
		Path picture = directory.resolve(PICTURE);
		try (InputStream content = Objects.requireNonNull(WarmUp.class.getResourceAsStream(PICTURE))) {
			Files.copy(content, picture);
		}
		Recipe recipe = Recipe.standard();
		EngineResult result = engine.process(new EngineRequest(picture, recipe, MetadataPolicy.standard(),
				ImageLimits.standard(), Files.createDirectory(directory.resolve("variants"))));
		if (result.variants().size() != recipe.variants().size()) {
			throw new IllegalStateException("The engine " + engine.description().name() + " made "
					+ result.variants().size() + " of " + recipe.variants().size() + " variants: " + result.warnings());
		}
		remove(directory);
	}

	private static void remove(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
