package org.imageingest.engine.render;

import org.jspecify.annotations.Nullable;

/**
 * Size of a variant.
 *
 * @param width width in pixels
 * @param height height in pixels
 */
public record TargetSize(int width, int height) {

	private static final int ENOUGH = 2;

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
	 * Finds the picture that a smaller one is best made from: from one with twice the
	 * pixels a side no eye can tell it from one made of the original, and it saves most
	 * of the work.
	 * @param sizes sizes that there are, or will be
	 * @param target size to be made
	 * @return the smallest that is large enough, null if none is
	 */
	public static @Nullable TargetSize smallestEnough(Iterable<TargetSize> sizes, TargetSize target) {
		TargetSize smallest = null;
		for (TargetSize size : sizes) {
			boolean enough = size.width >= ENOUGH * target.width && size.height >= ENOUGH * target.height;
			if (enough && (smallest == null || size.width < smallest.width)) {
				smallest = size;
			}
		}
		return smallest;
	}

	/**
	 * Returns the size of the picture after a quarter turn.
	 * @return width and height exchanged
	 */
	public TargetSize turned() {
		return new TargetSize(/* width= */ this.height, /* height= */ this.width);
	}

}
