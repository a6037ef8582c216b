package org.imageingest.testkit;

import java.awt.Color;

/**
 * How far two sRGB colours are apart to the eye (CIE 1976); about 2 can just be seen.
 */
public final class DeltaE {

	private static final double[] D65 = { 0.95047, 1.0, 1.08883 };

	private DeltaE() {
	}

	/**
	 * Compares two colours.
	 * @param one a colour
	 * @param other another
	 * @return their distance, 0 for equal ones
	 */
	public static double of(Color one, Color other) {
		double[] a = lab(one);
		double[] b = lab(other);
		return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
	}

	private static double[] lab(Color colour) {
		double red = linear(colour.getRed());
		double green = linear(colour.getGreen());
		double blue = linear(colour.getBlue());
		double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / D65[0]);
		double y = curve((0.2126 * red + 0.7152 * green + 0.0722 * blue) / D65[1]);
		double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / D65[2]);
		return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
	}

	private static double linear(int value) {
		double share = value / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	private static double curve(double value) {
		return (value > 0.008856) ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
	}

	private static double square(double value) {
		return value * value;
	}

}
