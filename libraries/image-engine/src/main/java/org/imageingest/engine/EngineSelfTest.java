package org.imageingest.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.imageingest.model.recipe.Recipe;

/**
 * Finds out whether an engine works where it runs: whether its libraries load, and
 * whether there is a place for its files.
 */
public final class EngineSelfTest {

	private static final String PICTURE = "samples/sample.jpg";

	private EngineSelfTest() {
	}

	/**
	 * Makes the variants of a JPEG of 16 by 12 pixels: the way of most photos.
	 * @param engine the engine
	 * @param recipe the variants
	 * @param directory an empty folder for the picture and its variants
	 * @throws IOException if there is no place for files
	 * @throws IllegalStateException if a variant is not made
	 * @throws org.imageingest.model.problem.ProblemException if the picture is refused
	 */
	public static void run(ImageEngine engine, Recipe recipe, Path directory) throws IOException {
		Path picture = directory.resolve("picture.jpg");
		try (InputStream content = Objects.requireNonNull(EngineSelfTest.class.getResourceAsStream(PICTURE))) {
			Files.copy(content, picture);
		}
		EngineResult result = engine.process(new EngineRequest(picture, recipe, MetadataPolicy.standard(),
				ImageLimits.standard(), Files.createDirectory(directory.resolve("variants"))));
		if (result.variants().size() != recipe.variants().size()) {
			throw new IllegalStateException("The engine " + engine.description().name() + " made "
					+ result.variants().size() + " of " + recipe.variants().size() + " variants: " + result.warnings());
		}
	}

}
