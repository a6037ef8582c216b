package org.imageingest.engine.colour;

import java.awt.color.ICC_Profile;

import org.jspecify.annotations.Nullable;

/**
 * What the values of a picture mean.
 *
 * @param profile of the picture; sRGB if absent
 * @param ofGreyToo whether an RGB profile counts for a grey picture as well: a curve that
 * the file names does, a profile that it brings does not (PNG 3rd edition, 11.3.2.3)
 */
public record SourceColours(@Nullable ICC_Profile profile, boolean ofGreyToo) {

	/** No profile needed. */
	public static final SourceColours SRGB = new SourceColours(null, false);

	/**
	 * Colours of a profile that the file brings.
	 * @param profile the profile; sRGB if absent
	 * @return the colours
	 */
	public static SourceColours embedded(@Nullable ICC_Profile profile) {
		return new SourceColours(profile, false);
	}

	static SourceColours named(ICC_Profile profile) {
		return new SourceColours(profile, true);
	}

}
