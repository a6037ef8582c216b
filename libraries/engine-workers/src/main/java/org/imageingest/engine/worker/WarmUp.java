package org.imageingest.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.imageingest.engine.EngineSelfTest;
import org.imageingest.engine.ImageEngine;
import org.imageingest.model.recipe.Recipe;

/**
 * Loads what photos need, and proves that it works, before the first of them comes.
 */
final class WarmUp {

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
		EngineSelfTest.run(engine, Recipe.standard(), directory);
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
