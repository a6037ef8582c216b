package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;

/**
 * The variants to be made.
 */
final class RecipeCodec implements Codec<Recipe> {

	private static final Codec<Variant> VARIANT = new VariantCodec();

	@Override
	public void write(Recipe recipe, FieldWriter fields) {
		fields.number(recipe.version());
		fields.list(recipe.variants(), (variant) -> fields.value(variant, VARIANT));
	}

	@Override
	public Recipe read(FieldReader fields) throws IOException {
		return new Recipe(fields.number(), fields.list(() -> fields.value(VARIANT)));
	}

	private static final class VariantCodec implements Codec<Variant> {

		@Override
		public void write(Variant variant, FieldWriter fields) {
			fields.text(variant.name());
			fields.constant(variant.format());
			fields.number(variant.maxDimension());
			fields.number(variant.quality());
			fields.number(variant.method());
		}

		@Override
		public Variant read(FieldReader fields) throws IOException {
			return new Variant(fields.text(), fields.constant(VariantFormat.class), fields.number(), fields.number(),
					fields.number());
		}

	}

}
