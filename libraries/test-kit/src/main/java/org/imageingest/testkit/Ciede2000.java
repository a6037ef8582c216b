package org.imageingest.testkit;

import java.awt.image.BufferedImage;

/**
 * How far colours are apart to the eye (CIE 142-2001); about 1 can just be seen.
 *
 * @see <a href="https://doi.org/10.1002/col.20070">Sharma, Wu, Dalal: The CIEDE2000
 * Color-Difference Formula</a>
 */
public final class Ciede2000 {

	private static final double POWER_25_7 = Math.pow(25, 7);

	private static final double[] LIGHT = new double[256];

	static {
		for (int value = 0; value < LIGHT.length; value++) {
			double share = value / 255.0;
			LIGHT[value] = (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
		}
	}

	private Ciede2000() {
	}

	/**
	 * Compares two colours.
	 * @param one L*, a*, b*
	 * @param other another
	 * @return their distance, 0 for equal ones
	 */
	public static double of(double[] one, double[] other) {
		double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
		double stretch = 1.5 - 0.5 * saturation(meanChroma);
		double a1 = stretch * one[1];
		double a2 = stretch * other[1];
		double chroma1 = Math.hypot(a1, one[2]);
		double chroma2 = Math.hypot(a2, other[2]);
		double hue1 = hue(a1, one[2]);
		double hue2 = hue(a2, other[2]);
		boolean grey = chroma1 * chroma2 == 0;
		double turn = grey ? 0 : turn(hue1, hue2);
		double hue = grey ? hue1 + hue2 : meanHue(hue1, hue2);
		double lightness = (one[0] + other[0]) / 2 - 50;
		double chroma = (chroma1 + chroma2) / 2;
		double byLightness = (other[0] - one[0])
				/ (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
		double byChroma = (chroma2 - chroma1) / (1 + 0.045 * chroma);
		double byHue = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(Math.toRadians(turn / 2))
				/ (1 + 0.015 * chroma * hueWeight(hue));
		double rotation = -2 * saturation(chroma)
				* Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((hue - 275) / 25, 2))));
		return Math.sqrt(byLightness * byLightness + byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue);
	}

	/** 0 for grey, nearly 1 for strong colours. */
	private static double saturation(double chroma) {
		double power = Math.pow(chroma, 7);
		return Math.sqrt(power / (power + POWER_25_7));
	}

	private static double hue(double a, double b) {
		double degrees = Math.toDegrees(Math.atan2(b, a));
		return (degrees < 0) ? degrees + 360 : degrees;
	}

	private static double turn(double from, double to) {
		double turn = to - from;
		if (Math.abs(turn) <= 180) {
			return turn;
		}
		return (turn > 0) ? turn - 360 : turn + 360;
	}

	private static double meanHue(double one, double other) {
		double sum = one + other;
		if (Math.abs(one - other) <= 180) {
			return sum / 2;
		}
		return (sum < 360) ? (sum + 360) / 2 : (sum - 360) / 2;
	}

	private static double hueWeight(double hue) {
		return 1 - 0.17 * Math.cos(Math.toRadians(hue - 30)) + 0.24 * Math.cos(Math.toRadians(2 * hue))
				+ 0.32 * Math.cos(Math.toRadians(3 * hue + 6)) - 0.20 * Math.cos(Math.toRadians(4 * hue - 63));
	}

	/**
	 * Compares two pictures, pixel by pixel.
	 * @param one a picture in sRGB
	 * @param other another of its size
	 * @return how far they are apart
	 */
	public static ColourDifference between(BufferedImage one, BufferedImage other) {
		int width = one.getWidth();
		int height = one.getHeight();
		if (other.getWidth() != width || other.getHeight() != height) {
			throw new IllegalArgumentException(
					"Sizes differ: %d x %d and %d x %d".formatted(width, height, other.getWidth(), other.getHeight()));
		}
		int[] pixels = one.getRGB(0, 0, width, height, null, 0, width);
		int[] others = other.getRGB(0, 0, width, height, null, 0, width);
		double[] distances = new double[pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			distances[i] = of(lab(pixels[i]), lab(others[i]));
		}
		return ColourDifference.of(distances);
	}

	/** White of D65, as sRGB has it (IEC 61966-2-1). */
	private static double[] lab(int rgb) {
		double red = LIGHT[rgb >> 16 & 0xFF];
		double green = LIGHT[rgb >> 8 & 0xFF];
		double blue = LIGHT[rgb & 0xFF];
		double x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
		double y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
		double z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	private static double curve(double value) {
		return (value > 216 / 24_389.0) ? Math.cbrt(value) : (24_389 / 27.0 * value + 16) / 116;
	}

}
