package org.imageingest.engine;

/**
 * What is refused before decoding. Each is judged from the file, never from what a
 * decoder does.
 *
 * @param maxPixels most pixels (width times height as stored) of a picture
 * @param maxSide longest side of a picture in pixels
 * @param maxFrames most pictures in an animated PNG, an animated WebP or a TIFF. Only the
 * first is decoded, but readers walk over all of them
 * @param maxScans most scans of a JPEG: each is a pass over the whole picture, and a scan
 * of a few bytes costs as much as any other
 */
public record ImageLimits(long maxPixels, int maxSide, int maxFrames, int maxScans) {

	/** Most pixels where nothing else is configured: 100 megapixels. */
	public static final long DEFAULT_MAX_PIXELS = 100_000_000;

	/** Longest side where nothing else is configured: what a JPEG can have. */
	public static final int DEFAULT_MAX_SIDE = 65_535;

	/** Most frames where nothing else is configured: more than any animation needs. */
	public static final int DEFAULT_MAX_FRAMES = 5_000;

	/**
	 * Most scans where nothing else is configured. Encoders write about 10, optimisers up
	 * to some dozens.
	 */
	public static final int DEFAULT_MAX_SCANS = 100;

	public ImageLimits {
		requirePositive("max-pixels", maxPixels);
		requirePositive("max-side", maxSide);
		requirePositive("max-frames", maxFrames);
		requirePositive("max-scans", maxScans);
	}

	/**
	 * Returns the limits used where nothing else is configured.
	 * @return 100 megapixels, sides of 65535, 5000 frames, 100 scans
	 */
	public static ImageLimits standard() {
		return new ImageLimits(DEFAULT_MAX_PIXELS, DEFAULT_MAX_SIDE, DEFAULT_MAX_FRAMES, DEFAULT_MAX_SCANS);
	}

	/**
	 * Changes how many pixels are taken.
	 * @param pixels most pixels
	 * @return the same limits but for that
	 */
	public ImageLimits withMaxPixels(long pixels) {
		return new ImageLimits(pixels, this.maxSide, this.maxFrames, this.maxScans);
	}

	private static void requirePositive(String name, long value) {
		if (value < 1) {
			throw new IllegalArgumentException(name + " " + value + " is not positive");
		}
	}

}
