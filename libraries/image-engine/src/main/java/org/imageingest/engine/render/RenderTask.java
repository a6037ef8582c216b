package org.imageingest.engine.render;

import java.nio.file.Path;
import java.util.List;

import org.imageingest.model.recipe.Variant;

/**
 * What is to be made of a picture.
 *
 * @param variants the pictures to make
 * @param directory existing directory that receives a file for each variant, named by
 * {@link Variant#fileName()}
 * @param threads threads that may work on it at a time, at least 1
 */
public record RenderTask(List<Variant> variants, Path directory, int threads) {

	public RenderTask {
		variants = List.copyOf(variants);
	}

}
