package org.imageingest.engine.portable;

/**
 * Where the pixels of a stored picture go so that it stands upright, by the orientation
 * tag (Exif 3.0, 4.6.4.1). Places count pixels of the upright picture, row by row.
 *
 * @param width width of the upright picture in pixels
 * @param height height of the upright picture in pixels
 * @param origin place of the first pixel as stored
 * @param right from one stored pixel to the next one of its row
 * @param down from one stored pixel to the one below
 */
record Upright(int width, int height, int origin, int right, int down) {

	/**
	 * Turns and mirrors a picture.
	 * @param width width in pixels as stored
	 * @param height height in pixels as stored
	 * @param orientation 1 to 8
	 * @return where its pixels go
	 */
	static Upright of(int width, int height, int orientation) {
		int last = width * height - 1;
		return switch (orientation) {
			case 2 -> new Upright(width, height, width - 1, -1, width);
			case 3 -> new Upright(width, height, last, -1, -width);
			case 4 -> new Upright(width, height, last + 1 - width, 1, -width);
			case 5 -> turned(width, height, 0, height, 1);
			case 6 -> turned(width, height, height - 1, height, -1);
			case 7 -> turned(width, height, last, -height, -1);
			case 8 -> turned(width, height, last + 1 - height, -height, 1);
			default -> new Upright(width, height, 0, 1, width);
		};
	}

	private static Upright turned(int width, int height, int origin, int right, int down) {
		return new Upright(/* width= */ height, /* height= */ width, origin, right, down);
	}

	/**
	 * Tells whether an orientation turns upright pictures into lying ones.
	 * @param orientation 1 to 8
	 * @return true for quarter turns
	 */
	static boolean isQuarterTurn(int orientation) {
		return orientation >= 5;
	}

}
