package org.imageingest.engine;

import java.awt.image.BufferedImage;

/**
 * Lanczos resampling straight from its formula, in two dimensions at once and in double
 * precision: slow, and independent of the code under test.
 */
public final class LanczosReference {

	private LanczosReference() {
	}

	public static BufferedImage resize(BufferedImage source, int width, int height) {
		double ratioX = (double) source.getWidth() / width;
		double ratioY = (double) source.getHeight() / height;
		int[] pixels = source.getRGB(0, 0, source.getWidth(), source.getHeight(), null, 0, source.getWidth());
		BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				target.setRGB(x, y, pixel(source, pixels, (x + 0.5) * ratioX, (y + 0.5) * ratioY, ratioX, ratioY));
			}
		}
		return target;
	}

	private static int pixel(BufferedImage source, int[] pixels, double centreX, double centreY, double ratioX,
			double ratioY) {
		double[] sums = new double[4];
		for (int y = (int) (centreY - 3 * ratioY); y <= centreY + 3 * ratioY; y++) {
			for (int x = (int) (centreX - 3 * ratioX); x <= centreX + 3 * ratioX; x++) {
				if (x < 0 || y < 0 || x >= source.getWidth() || y >= source.getHeight()) {
					continue;
				}
				double weight = lanczos((x + 0.5 - centreX) / ratioX) * lanczos((y + 0.5 - centreY) / ratioY);
				int rgb = pixels[y * source.getWidth() + x];
				sums[0] += weight * (rgb >> 16 & 0xFF);
				sums[1] += weight * (rgb >> 8 & 0xFF);
				sums[2] += weight * (rgb & 0xFF);
				sums[3] += weight;
			}
		}
		int rgb = 0;
		for (int c = 0; c < 3; c++) {
			rgb = rgb << 8 | Math.clamp(Math.round(sums[c] / sums[3]), 0, 255);
		}
		return rgb;
	}

	private static double lanczos(double x) {
		if (Math.abs(x) >= 3) {
			return 0;
		}
		return (x == 0) ? 1 : Math.sin(Math.PI * x) / (Math.PI * x) * Math.sin(Math.PI * x / 3) / (Math.PI * x / 3);
	}

}
