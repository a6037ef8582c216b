package org.imageingest.engine.portable;

/**
 * A picture, row by row, whatever its memory layout.
 */
interface PixelRows {

	int width();

	int height();

	/**
	 * Returns how many values a pixel has: grey, grey and alpha, RGB, or RGB and alpha.
	 * @return 1 to 4
	 */
	int channels();

	/**
	 * Reads one row.
	 * @param y which
	 * @param row receives {@code width * channels} values of 0 to 255, alpha not
	 * multiplied in
	 */
	void read(int y, float[] row);

	default boolean hasAlpha() {
		return channels() == 2 || channels() == 4;
	}

}
