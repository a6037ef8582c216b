package org.imageingest.engine.render;

/**
 * Size of a variant.
 *
 * @param width width in pixels
 * @param height height in pixels
 */
public record TargetSize(int width, int height) {

	/**
	 * Fits a picture into a square without enlarging it.
	 * @param width width of the picture in pixels
	 * @param height height of the picture in pixels
	 * @param maxDimension side of the square in pixels
	 * @return at least 1 by 1
	 */
	public static TargetSize fit(int width, int height, int maxDimension) {
		int longSide = Math.max(width, height);
		if (longSide <= maxDimension) {
			return new TargetSize(width, height);
		}
		double scale = (double) maxDimension / longSide;
		return new TargetSize(side(width, scale), side(height, scale));
	}

	private static int side(int side, double scale) {
		return Math.toIntExact(Math.max(1, Math.round(side * scale)));
	}

	/**
	 * Returns the size of the picture after a quarter turn.
	 * @return width and height exchanged
	 */
	public TargetSize turned() {
		return new TargetSize(/* width= */ this.height, /* height= */ this.width);
	}

}
