package org.imageingest.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;

/**
 * One photo through the portable engine.
 *
 * @param result what the engine told
 * @param directory where the variants are
 */
public record PhotoRun(EngineResult result, Path directory) {

	private static final ImageEngine ENGINE = ImageEngines.create(EngineChoice.PORTABLE);

	/** One JPEG of the photo's own size, at the best quality. */
	public static final Recipe FULL_SIZE = new Recipe(1,
			List.of(new Variant("full", VariantFormat.JPEG, 16_000, 100, 4),
					new Variant("full_alpha", VariantFormat.WEBP, 16_000, 100, 4)));

	public static PhotoRun of(byte[] photo, Path directory) {
		return of(photo, directory, Recipe.standard(), MetadataPolicy.standard());
	}

	public static PhotoRun of(byte[] photo, Path directory, Recipe recipe, MetadataPolicy policy) {
		try {
			Path source = Files.write(directory.resolve("source"), photo);
			return of(source, directory, recipe, policy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static PhotoRun of(Path source, Path directory, Recipe recipe, MetadataPolicy policy) {
		try {
			EngineResult result = ENGINE
				.process(new EngineRequest(source, recipe, policy, ImageLimits.standard(), directory));
			return new PhotoRun(result, directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Path variant(String name) {
		return this.result.variants()
			.stream()
			.filter((variant) -> variant.variant().name().equals(name))
			.map(RenderedVariant::file)
			.findFirst()
			.orElseThrow();
	}

}
