package org.imageingest.engine;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.imageingest.model.recipe.Recipe;

/**
 * Finds out whether an engine works where it runs: whether its libraries load, and
 * whether there is a place for its files.
 */
public final class EngineSelfTest {

	private static final int SIDE = 16;

	private EngineSelfTest() {
	}

	/**
	 * Makes the variants of a picture of 16 by 16 pixels.
	 * @param engine the engine
	 * @param recipe the variants
	 * @param directory an empty folder for the picture and its variants
	 * @throws IOException if there is no place for files
	 * @throws IllegalStateException if a variant is not made
	 * @throws org.imageingest.model.problem.ProblemException if the picture is refused
	 */
	public static void run(ImageEngine engine, Recipe recipe, Path directory) throws IOException {
		Path picture = directory.resolve("picture.png");
		ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
		EngineResult result = engine.process(new EngineRequest(picture, recipe, MetadataPolicy.standard(),
				ImageLimits.standard().withMaxPixels(SIDE * SIDE),
				Files.createDirectory(directory.resolve("variants"))));
		if (result.variants().size() != recipe.variants().size()) {
			throw new IllegalStateException("The engine " + engine.description().name() + " made "
					+ result.variants().size() + " of " + recipe.variants().size() + " variants: " + result.warnings());
		}
	}

}
