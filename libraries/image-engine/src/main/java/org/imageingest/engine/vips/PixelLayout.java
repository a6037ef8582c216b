package org.imageingest.engine.vips;

import java.util.Set;

import org.imageingest.engine.render.UnsupportedPictureException;

/**
 * How large the values of a pixel are, of the kinds of pictures that are taken.
 */
enum PixelLayout {

	/** 0 to 255. */
	BYTES("uchar", 0),

	/** 0 to 65535. */
	SHORTS("ushort", 2);

	private static final int CMYK = 15;

	/** b-w, cmyk, rgb, srgb, rgb16 and grey16, vips/image.h. */
	private static final Set<Integer> TAKEN = Set.of(1, CMYK, 17, 22, 25, 26);

	private final String word;

	private final int code;

	PixelLayout(String word, int code) {
		this.word = word;
		this.code = code;
	}

	/**
	 * Returns the name of the type of a value.
	 * @return a word of {@code VipsBandFormat}
	 */
	String word() {
		return this.word;
	}

	/**
	 * Returns the number of the type of a value.
	 * @return a number of {@code VipsBandFormat}
	 */
	int code() {
		return this.code;
	}

	/**
	 * Judges a picture that was opened.
	 * @param image the picture
	 * @return its layout
	 * @throws UnsupportedPictureException if it is neither grey nor RGB nor CMYK, or of
	 * other values than 8 or 16 bits
	 */
	static PixelLayout of(VipsImage image) {
		int colours = isCmyk(image) ? 4 : 3;
		if (TAKEN.contains(image.interpretation()) && (image.colourBands() == 1 || image.colourBands() == colours)) {
			for (PixelLayout layout : values()) {
				if (layout.code == image.format()) {
					return layout;
				}
			}
		}
		throw new UnsupportedPictureException("a picture of %d values a pixel, format %d, interpretation %d"
			.formatted(image.bands(), image.format(), image.interpretation()), null);
	}

	static boolean isCmyk(VipsImage image) {
		return image.interpretation() == CMYK;
	}

}
