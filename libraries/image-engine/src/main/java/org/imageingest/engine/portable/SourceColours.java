package org.imageingest.engine.portable;

import java.awt.color.ICC_Profile;

import org.jspecify.annotations.Nullable;

/**
 * What the values of a picture mean.
 *
 * @param profile of the picture; sRGB if absent
 * @param ofGreyToo whether an RGB profile counts for a grey picture as well: a curve that
 * the file names does, a profile that it brings does not (PNG 3rd edition, 11.3.2.3)
 */
record SourceColours(@Nullable ICC_Profile profile, boolean ofGreyToo) {

	static final SourceColours SRGB = new SourceColours(null, false);

	static SourceColours embedded(@Nullable ICC_Profile profile) {
		return new SourceColours(profile, false);
	}

	static SourceColours named(ICC_Profile profile) {
		return new SourceColours(profile, true);
	}

}
