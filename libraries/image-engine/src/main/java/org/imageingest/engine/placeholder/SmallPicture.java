package org.imageingest.engine.placeholder;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * A picture of at most 100 pixels a side, sRGB.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param rgba four values of 0 to 1 for each pixel, row by row; alpha is not multiplied
 * in
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SmallPicture(int width, int height, float[] rgba) {

	private static final int MAX_SIDE = 100;

	private static final float MOST = 255;

	/**
	 * Makes a picture smaller by a whole number, each of its pixels the mean of a square.
	 * @param image RGB, RGB and alpha, or grey, of 8 bits
	 * @return a picture of the same scene
	 */
	static SmallPicture of(BufferedImage image) {
		int factor = Math.ceilDiv(Math.max(image.getWidth(), image.getHeight()), MAX_SIDE);
		int width = Math.ceilDiv(image.getWidth(), factor);
		int height = Math.ceilDiv(image.getHeight(), factor);
		float[] sums = new float[width * height * 4];
		Raster raster = image.getRaster();
		int bands = raster.getNumBands();
		int[] row = new int[image.getWidth() * bands];
		for (int y = 0; y < image.getHeight(); y++) {
			raster.getPixels(0, y, image.getWidth(), 1, row);
			addRow(row, bands, factor, sums, y / factor * width * 4);
		}
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int pixels = Math.min(factor, image.getWidth() - x * factor)
						* Math.min(factor, image.getHeight() - y * factor);
				toMean(sums, (y * width + x) * 4, pixels);
			}
		}
		return new SmallPicture(width, height, sums);
	}

	/** Colours are summed with alpha multiplied in. */
	private static void addRow(int[] row, int bands, int factor, float[] sums, int start) {
		boolean hasAlpha = bands == 4;
		int green = (bands >= 3) ? 1 : 0;
		int blue = 2 * green;
		for (int x = 0; x < row.length / bands; x++) {
			int from = x * bands;
			int to = start + x / factor * 4;
			float alpha = hasAlpha ? row[from + 3] / MOST : 1;
			sums[to] += alpha * row[from];
			sums[to + 1] += alpha * row[from + green];
			sums[to + 2] += alpha * row[from + blue];
			sums[to + 3] += alpha;
		}
	}

	private static void toMean(float[] sums, int at, int pixels) {
		float alpha = sums[at + 3];
		for (int channel = 0; channel < 3; channel++) {
			sums[at + channel] = (alpha > 0) ? sums[at + channel] / (alpha * MOST) : 0;
		}
		sums[at + 3] = alpha / pixels;
	}

}
