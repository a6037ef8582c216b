package org.imageingest.engine;

/**
 * What is refused before decoding.
 *
 * @param maxPixels most pixels (width times height as stored) of a picture
 */
public record ImageLimits(long maxPixels) {

	/** Most pixels where nothing else is configured: 100 megapixels. */
	public static final long DEFAULT_MAX_PIXELS = 100_000_000;

	public ImageLimits {
		if (maxPixels < 1) {
			throw new IllegalArgumentException("max-pixels " + maxPixels + " is not positive");
		}
	}

	/**
	 * Returns the limits used where nothing else is configured.
	 * @return 100 megapixels
	 */
	public static ImageLimits standard() {
		return new ImageLimits(DEFAULT_MAX_PIXELS);
	}

}
