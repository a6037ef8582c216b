package org.imageingest.testkit;

import java.awt.image.BufferedImage;

/**
 * Structural similarity of the luma of two pictures, over windows of 8 by 8 pixels.
 *
 * @see <a href="https://doi.org/10.1109/TIP.2003.819861">Wang et al., Image Quality
 * Assessment</a>
 */
public final class Ssim {

	private static final int WINDOW = 8;

	private static final int STEP = 4;

	private static final double C1 = Math.pow(0.01 * 255, 2);

	private static final double C2 = Math.pow(0.03 * 255, 2);

	private Ssim() {
	}

	/**
	 * Compares two pictures of the same size.
	 * @param one a picture
	 * @param other another
	 * @return 1 for equal ones, less for others
	 */
	public static double of(BufferedImage one, BufferedImage other) {
		int width = one.getWidth();
		int height = one.getHeight();
		if (other.getWidth() != width || other.getHeight() != height) {
			throw new IllegalArgumentException(
					"Sizes differ: %d x %d and %d x %d".formatted(width, height, other.getWidth(), other.getHeight()));
		}
		double[] a = luma(one);
		double[] b = luma(other);
		int sideX = Math.min(WINDOW, width);
		int sideY = Math.min(WINDOW, height);
		double sum = 0;
		int windows = 0;
		for (int y = 0; y + sideY <= height; y += STEP) {
			for (int x = 0; x + sideX <= width; x += STEP) {
				sum += window(a, b, width, x, y, sideX, sideY);
				windows++;
			}
		}
		return sum / windows;
	}

	private static double window(double[] a, double[] b, int width, int x0, int y0, int sideX, int sideY) {
		double sumA = 0;
		double sumB = 0;
		double squaresA = 0;
		double squaresB = 0;
		double products = 0;
		for (int y = y0; y < y0 + sideY; y++) {
			for (int x = x0; x < x0 + sideX; x++) {
				double p = a[y * width + x];
				double q = b[y * width + x];
				sumA += p;
				sumB += q;
				squaresA += p * p;
				squaresB += q * q;
				products += p * q;
			}
		}
		double n = (double) sideX * sideY;
		double meanA = sumA / n;
		double meanB = sumB / n;
		double varianceA = squaresA / n - meanA * meanA;
		double varianceB = squaresB / n - meanB * meanB;
		double covariance = products / n - meanA * meanB;
		return (2 * meanA * meanB + C1) * (2 * covariance + C2)
				/ ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
	}

	private static double[] luma(BufferedImage picture) {
		int[] argb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		double[] luma = new double[argb.length];
		for (int i = 0; i < argb.length; i++) {
			luma[i] = 0.299 * (argb[i] >> 16 & 0xFF) + 0.587 * (argb[i] >> 8 & 0xFF) + 0.114 * (argb[i] & 0xFF);
		}
		return luma;
	}

}
