package org.imageingest.engine.colour;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes ICC profiles for colours that files name without bringing a profile: three
 * primaries and one exponent (ICC.1:2001-04, 6.3.1.2).
 */
final class MatrixProfile {

	/** Adobe RGB (1998), exponent 2 + 51/256; columns as its specification gives them. */
	static final MatrixProfile ADOBE_RGB = new MatrixProfile(new Xyz(0.60974, 0.31111, 0.01947),
			new Xyz(0.20528, 0.62567, 0.06087), new Xyz(0.14919, 0.06322, 0.74457));

	/** Display P3, adapted to D50. */
	static final MatrixProfile DISPLAY_P3 = new MatrixProfile(new Xyz(0.51512, 0.24120, -0.00105),
			new Xyz(0.29198, 0.69225, 0.04189), new Xyz(0.15710, 0.06657, 0.78407));

	/** BT.2020, adapted to D50. */
	static final MatrixProfile BT_2020 = new MatrixProfile(new Xyz(0.67348, 0.27904, -0.00194),
			new Xyz(0.16567, 0.67535, 0.02998), new Xyz(0.12505, 0.04561, 0.79685));

	/** The primaries of sRGB, adapted to D50. */
	static final MatrixProfile SRGB = new MatrixProfile(new Xyz(0.43607, 0.22249, 0.01392),
			new Xyz(0.38515, 0.71687, 0.09708), new Xyz(0.14307, 0.06061, 0.71410));

	private static final int HEADER_BYTES = 128;

	private static final int XYZ_BYTES = 20;

	private static final Xyz D50 = new Xyz(0.9642, 1.0, 0.8249);

	private static final int CURVE_POINTS = 1024;

	private final Xyz red;

	private final Xyz green;

	private final Xyz blue;

	MatrixProfile(Xyz red, Xyz green, Xyz blue) {
		this.red = red;
		this.green = green;
		this.blue = blue;
	}

	/**
	 * Makes the profile with the curve of sRGB (IEC 61966-2-1).
	 * @return the profile
	 */
	ICC_Profile withSrgbCurve() {
		double[] curve = new double[CURVE_POINTS];
		for (int i = 0; i < CURVE_POINTS; i++) {
			double value = i / (CURVE_POINTS - 1.0);
			curve[i] = (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
		}
		return with(curve);
	}

	/**
	 * Makes the profile with a power curve.
	 * @param exponent from stored values to light
	 * @return the profile
	 */
	ICC_Profile withExponent(double exponent) {
		double[] curve = new double[CURVE_POINTS];
		for (int i = 0; i < CURVE_POINTS; i++) {
			curve[i] = Math.pow(i / (CURVE_POINTS - 1.0), exponent);
		}
		return with(curve);
	}

	private ICC_Profile with(double[] curve) {
		String[] tags = { "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
		int firstTag = HEADER_BYTES + 4 + 12 * tags.length;
		int curveAt = firstTag + 4 * XYZ_BYTES;
		int curveBytes = 12 + 2 * curve.length;
		ByteBuffer profile = ByteBuffer.allocate(curveAt + curveBytes);
		header(profile);
		profile.position(HEADER_BYTES).putInt(tags.length);
		for (int i = 0; i < tags.length; i++) {
			boolean isCurve = i >= 4;
			profile.put(ascii(tags[i]))
				.putInt(isCurve ? curveAt : firstTag + i * XYZ_BYTES)
				.putInt(isCurve ? curveBytes : XYZ_BYTES);
		}
		for (Xyz xyz : List.of(D50, this.red, this.green, this.blue)) {
			xyz.writeTo(profile.put(ascii("XYZ ")).putInt(0));
		}
		profile.put(ascii("curv")).putInt(0).putInt(curve.length);
		for (double value : curve) {
			profile.putShort((short) Math.round(value * 65_535));
		}
		return ICC_Profile.getInstance(profile.array());
	}

	private static void header(ByteBuffer profile) {
		profile.putInt(0, profile.capacity());
		profile.putInt(8, 0x02100000);
		profile.put(12, ascii("mntrRGB XYZ "));
		profile.put(36, ascii("acsp"));
		D50.writeTo(profile.position(68));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** A colour without regard to any screen (CIE 1931). */
	record Xyz(double x, double y, double z) {

		static Xyz of(double[] values) {
			return new Xyz(values[0], values[1], values[2]);
		}

		void writeTo(ByteBuffer profile) {
			profile.putInt(fixed(this.x)).putInt(fixed(this.y)).putInt(fixed(this.z));
		}

		private static int fixed(double value) {
			return (int) Math.round(value * 65_536);
		}

	}

}
