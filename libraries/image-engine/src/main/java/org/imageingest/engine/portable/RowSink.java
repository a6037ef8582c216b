package org.imageingest.engine.portable;

/**
 * Receives a picture row by row, so that nobody need hold it whole.
 */
interface RowSink {

	/**
	 * Starts the picture.
	 * @param width width in pixels as stored
	 * @param height height in pixels as stored
	 * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
	 */
	void begin(int width, int height, int channels);

	/**
	 * Returns where the next row goes, first row first.
	 * @return room for {@code width * channels} values of 0 to 255, alpha not multiplied
	 * in
	 */
	float[] next();

	/**
	 * Takes the row that was filled in.
	 */
	void filled();

	/**
	 * Takes a whole picture.
	 * @param rows the picture
	 */
	default void take(PixelRows rows) {
		begin(rows.width(), rows.height(), rows.channels());
		for (int y = 0; y < rows.height(); y++) {
			rows.read(y, next());
			filled();
		}
	}

}
