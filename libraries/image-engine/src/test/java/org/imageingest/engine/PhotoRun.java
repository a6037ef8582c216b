package org.imageingest.engine;

import java.nio.file.Path;
import java.util.List;

import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;

/**
 * One photo through an engine.
 *
 * @param result what the engine told
 * @param directory where the variants are
 */
public record PhotoRun(EngineResult result, Path directory) {

	/** One JPEG of the photo's own size, at the best quality. */
	public static final Recipe FULL_SIZE = new Recipe(1,
			List.of(new Variant("full", VariantFormat.JPEG, 16_000, 100, 4),
					new Variant("full_alpha", VariantFormat.WEBP, 16_000, 100, 4)));

	public Path variant(String name) {
		return this.result.variants()
			.stream()
			.filter((variant) -> variant.variant().name().equals(name))
			.map(RenderedVariant::file)
			.findFirst()
			.orElseThrow();
	}

}
