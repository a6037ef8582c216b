package org.imageingest.engine.portable;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.util.Set;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.colour.SourceColours;

/**
 * Converts a picture to sRGB. Alpha stays as it is.
 */
final class ToSrgb {

	private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

	private final SourceColours colours;

	private final Set<String> warnings;

	ToSrgb(SourceColours colours, Set<String> warnings) {
		this.colours = colours;
		this.warnings = warnings;
	}

	/**
	 * Converts one picture.
	 * @param picture grey or RGB, with or without alpha
	 * @return RGB, with alpha where there was some
	 */
	PixelBuffer convert(PixelBuffer picture) {
		int colours = picture.hasAlpha() ? picture.channels() - 1 : picture.channels();
		ICC_Profile profile = this.colours.profile();
		if (profile != null) {
			if (profile.getNumComponents() == colours) {
				return converted(picture, profile, colours);
			}
			if (this.colours.ofGreyToo()) {
				return converted(plainGreyToRgb(picture), profile, 3);
			}
			this.warnings.add(EngineWarnings.COLOUR_PROFILE_IGNORED);
		}
		return (colours == 3) ? picture : plainGreyToRgb(picture);
	}

	private PixelBuffer converted(PixelBuffer picture, ICC_Profile from, int colours) {
		int pixels = picture.width() * picture.height();
		PixelBuffer rgb = new PixelBuffer(picture.width(), picture.height(), 3, new byte[pixels * 3]);
		PixelBuffer opaque = picture.hasAlpha() ? select(picture, 0, colours) : picture;
		try {
			new ColorConvertOp(new ICC_Profile[] { from, SRGB }, null).filter(opaque.raster(), rgb.raster());
		}
		catch (CMMException | IllegalArgumentException ex) {
			this.warnings.add(EngineWarnings.COLOUR_PROFILE_IGNORED);
			return (colours == 3) ? picture : plainGreyToRgb(picture);
		}
		return picture.hasAlpha() ? join(rgb, select(picture, colours, 1)) : rgb;
	}

	/** Grey without a profile has the curve of sRGB: the value counts three times. */
	private static PixelBuffer plainGreyToRgb(PixelBuffer grey) {
		PixelBuffer values = grey.hasAlpha() ? select(grey, 0, 1) : grey;
		byte[] rgb = new byte[grey.width() * grey.height() * 3];
		for (int i = 0; i < rgb.length; i++) {
			rgb[i] = values.data()[i / 3];
		}
		PixelBuffer picture = new PixelBuffer(grey.width(), grey.height(), 3, rgb);
		return grey.hasAlpha() ? join(picture, select(grey, 1, 1)) : picture;
	}

	private static PixelBuffer select(PixelBuffer picture, int first, int count) {
		byte[] selected = new byte[picture.width() * picture.height() * count];
		int from = first;
		for (int to = 0; to < selected.length; to += count) {
			System.arraycopy(picture.data(), from, selected, to, count);
			from += picture.channels();
		}
		return new PixelBuffer(picture.width(), picture.height(), count, selected);
	}

	private static PixelBuffer join(PixelBuffer rgb, PixelBuffer alpha) {
		byte[] joined = new byte[rgb.width() * rgb.height() * 4];
		for (int i = 0; i < alpha.data().length; i++) {
			System.arraycopy(rgb.data(), 3 * i, joined, 4 * i, 3);
			joined[4 * i + 3] = alpha.data()[i];
		}
		return new PixelBuffer(rgb.width(), rgb.height(), 4, joined);
	}

}
