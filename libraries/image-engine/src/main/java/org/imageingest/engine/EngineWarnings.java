package org.imageingest.engine;

import org.imageingest.model.recipe.Variant;
import org.imageingest.model.storage.ImageDocument;

/**
 * The warnings that engines give, as told to clients. Clients may rely on the words.
 */
public final class EngineWarnings {

	/**
	 * The format is accepted, but this engine cannot decode it, or not pictures of this
	 * rare kind: no variants.
	 */
	public static final String FORMAT_NEEDS_NATIVE_ENGINE = "format-needs-native-engine";

	/**
	 * The camera RAW has no picture in it that variants can be made of: no variants.
	 */
	public static final String RAW_WITHOUT_PREVIEW = "raw-without-preview";

	/**
	 * The picture in the camera RAW is smaller than the largest variant, and than the
	 * photo: variants are no larger than it.
	 */
	public static final String PREVIEW_SMALLER_THAN_VARIANTS = "preview-smaller-than-variants";

	/** Metadata is damaged or too large; what could be read of it was used. */
	public static final String METADATA_UNREADABLE = "metadata-unreadable";

	/**
	 * The embedded colour profile cannot be used, or is too large; the picture was taken
	 * for sRGB.
	 */
	public static final String COLOUR_PROFILE_IGNORED = "colour-profile-ignored";

	/** The picture has no CMYK profile; colours are an approximation. */
	public static final String COLOUR_APPROXIMATED = "colour-approximated";

	/** The picture has a PQ or HLG transfer curve and was not tone-mapped. */
	public static final String HDR_NOT_TONE_MAPPED = "hdr-not-tone-mapped";

	/**
	 * The original was to be stored without its location, and could not be: it has one,
	 * or may have one.
	 */
	public static final String ORIGINAL_LOCATION_KEPT = ImageDocument.ORIGINAL_LOCATION_KEPT;

	private static final String VARIANT_NOT_MADE = "variant-not-made:";

	private EngineWarnings() {
	}

	/**
	 * Returns the warning that names a variant which could not be made.
	 * @param variant the variant
	 * @return for example {@code variant-not-made:web}
	 */
	public static String variantNotMade(Variant variant) {
		return VARIANT_NOT_MADE + variant.name();
	}

}
