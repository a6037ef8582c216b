package org.imageingest.model.recipe;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * One picture made of every photo.
 *
 * @param name {@code [a-z][a-z0-9_]{0,30}}, not {@code original}
 * @param format encoded format
 * @param maxDimension longest side in pixels; smaller photos keep their own size
 * @param quality 1 to 100
 * @param method encoder effort for WebP, 0 (fast) to 6 (small); ignored for JPEG
 */
public record Variant(String name, VariantFormat format, int maxDimension, int quality, int method) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

	private static final Set<String> RESERVED = Set.of("original", "preview");

	private static final String LEGACY_SUFFIX = "_legacy";

	private static final int MAX_QUALITY = 100;

	private static final int MAX_METHOD = 6;

	public Variant {
		require(NAME.matcher(name).matches(), "Variant name '" + name + "' does not match " + NAME);
		require(!RESERVED.contains(name), "Variant name '" + name + "' is reserved");
		require(maxDimension >= 1 && maxDimension <= format.maxSide(), "Variant '" + name + "': max-dimension "
				+ maxDimension + " is not within 1 and " + format.maxSide() + " pixels, the limit of " + format);
		require(quality >= 1 && quality <= MAX_QUALITY,
				"Variant '" + name + "': quality " + quality + " is not within 1 and " + MAX_QUALITY);
		require(method >= 0 && method <= MAX_METHOD,
				"Variant '" + name + "': method " + method + " is not within 0 and " + MAX_METHOD);
	}

	/**
	 * Returns the last part of the variant's object key: the name less {@code _legacy}
	 * and the format's extension.
	 * @return for example {@code thumbnail.webp}
	 */
	public String fileName() {
		String stem = this.name.endsWith(LEGACY_SUFFIX)
				? this.name.substring(0, this.name.length() - LEGACY_SUFFIX.length()) : this.name;
		return stem + "." + this.format.extension();
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
