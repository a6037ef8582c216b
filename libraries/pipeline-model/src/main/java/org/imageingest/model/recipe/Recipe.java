package org.imageingest.model.recipe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variants made of every photo.
 *
 * @param version raised by the operator with any change of the variants
 * @param variants at least one, each with a file name of its own
 */
public record Recipe(int version, List<Variant> variants) {

	/** Most variants of a recipe; each takes its place in a message. */
	public static final int MAX_VARIANTS = 20;

	public Recipe {
		variants = List.copyOf(variants);
		if (version < 1) {
			throw new IllegalArgumentException("Recipe version " + version + " is not positive");
		}
		if (variants.isEmpty()) {
			throw new IllegalArgumentException("A recipe needs at least one variant");
		}
		if (variants.size() > MAX_VARIANTS) {
			throw new IllegalArgumentException(
					"A recipe of " + variants.size() + " variants is over the limit of " + MAX_VARIANTS);
		}
		Map<String, Variant> byFileName = new HashMap<>();
		for (Variant variant : variants) {
			Variant other = byFileName.put(variant.fileName(), variant);
			if (other != null) {
				throw new IllegalArgumentException("Variants '" + other.name() + "' and '" + variant.name()
						+ "' would both be stored as " + variant.fileName());
			}
		}
	}

	/**
	 * Returns thumbnail and web size, each as WebP and JPEG.
	 * @return the recipe used where nothing else is configured
	 */
	public static Recipe standard() {
		return new Recipe(1,
				List.of(new Variant("thumbnail", VariantFormat.WEBP, 300, 85, 2),
						new Variant("thumbnail_legacy", VariantFormat.JPEG, 300, 85, 2),
						new Variant("web", VariantFormat.WEBP, 1920, 90, 2),
						new Variant("web_legacy", VariantFormat.JPEG, 1920, 90, 2)));
	}

}
