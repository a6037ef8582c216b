package org.imageingest.engine.vips;

import java.awt.color.ICC_Profile;
import java.util.Set;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.colour.SourceColours;

/**
 * Converts a picture to sRGB with 8 bits a value. Alpha stays what it is.
 */
final class SrgbStep {

	private static final String SRGB = "srgb";

	private static final int RGB_BANDS = 3;

	private final Vips vips;

	SrgbStep(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Converts a picture.
	 * @param image the picture
	 * @param colours what its values mean
	 * @param warnings receives what cannot be done properly
	 * @param scope closes the new picture
	 * @return RGB, with alpha where there was some
	 */
	VipsImage apply(VipsImage image, SourceColours colours, Set<String> warnings, Scope scope) {
		ICC_Profile profile = colours.profile();
		if (profile != null) {
			boolean expand = image.colourBands() == 1 && colours.ofGreyToo();
			VipsImage source = expand ? to((PixelLayout.of(image) == PixelLayout.SHORTS) ? "rgb16" : SRGB, image, scope)
					: image;
			if (profile.getNumComponents() == source.colourBands()) {
				try {
					return byProfile(source, profile, scope);
				}
				catch (VipsException ex) {
					// Told below: the picture is taken as if there were none
				}
			}
			warnings.add(EngineWarnings.COLOUR_PROFILE_IGNORED);
		}
		return withoutProfile(image, warnings, scope);
	}

	private VipsImage byProfile(VipsImage image, ICC_Profile profile, Scope scope) {
		return this.vips.operation("icc_transform")
			.with("in", image.withProfile(profile.getData(), scope))
			.with("embedded", true)
			.with("intent", "perceptual")
			.with("output-profile", SRGB)
			.image(scope);
	}

	private VipsImage withoutProfile(VipsImage image, Set<String> warnings, Scope scope) {
		if (PixelLayout.isCmyk(image)) {
			warnings.add(EngineWarnings.COLOUR_APPROXIMATED);
		}
		boolean ready = image.colourBands() == RGB_BANDS && PixelLayout.of(image) == PixelLayout.BYTES;
		return ready ? image : to(SRGB, image, scope);
	}

	private VipsImage to(String space, VipsImage image, Scope scope) {
		return this.vips.operation("colourspace").with("in", image).with("space", space).image(scope);
	}

}
