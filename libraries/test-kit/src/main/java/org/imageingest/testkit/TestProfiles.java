package org.imageingest.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Small ICC profiles of well-known colour spaces: primaries adapted to D50 and a gamma
 * (ICC.1:2001-04).
 */
public final class TestProfiles {

	private static final double[] WHITE = { 0.9642, 1.0, 0.8249 };

	private TestProfiles() {
	}

	/**
	 * Makes Display P3 with a gamma of 2.2.
	 * @return a profile
	 */
	public static byte[] displayP3() {
		return profile(new double[][] { WHITE, { 0.5151, 0.2412, -0.0011 }, { 0.2920, 0.6922, 0.0419 },
				{ 0.1571, 0.0666, 0.7841 } }, 2.2);
	}

	/**
	 * Makes Display P3 with the curve of sRGB as a function, as phones write it.
	 * @return a profile
	 */
	public static byte[] displayP3OfPhones() {
		return withSrgbCurve(displayP3());
	}

	/**
	 * Makes sRGB with its curve as a function.
	 * @return a profile
	 */
	public static byte[] srgb() {
		return withSrgbCurve(profile(new double[][] { WHITE, { 0.4361, 0.2225, 0.0139 }, { 0.3851, 0.7169, 0.0971 },
				{ 0.1431, 0.0606, 0.7139 } }, 2.2));
	}

	/**
	 * Makes Adobe RGB (1998).
	 * @return a profile
	 */
	public static byte[] adobeRgb() {
		return profile(new double[][] { WHITE, { 0.6097, 0.3111, 0.0195 }, { 0.2053, 0.6257, 0.0609 },
				{ 0.1492, 0.0632, 0.7446 } }, 2.19921875);
	}

	/**
	 * Makes ProPhoto RGB (ROMM) with a gamma of 1.8.
	 * @return a profile
	 */
	public static byte[] proPhoto() {
		return profile(new double[][] { WHITE, { 0.7977, 0.2880, 0.0000 }, { 0.1352, 0.7119, 0.0000 },
				{ 0.0313, 0.0001, 0.8249 } }, 1.8);
	}

	/** Replaces the curve, which is the last thing in the profile. */
	private static byte[] withSrgbCurve(byte[] profile) {
		int curve = profile.length - 16;
		double[] parameters = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
		ByteBuffer changed = ByteBuffer.allocate(curve + 12 + 4 * parameters.length);
		changed.put(profile, 0, curve).put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
		for (double parameter : parameters) {
			changed.putInt((int) Math.round(parameter * 65_536));
		}
		changed.putInt(0, changed.capacity());
		for (int tag = 0; tag < 3; tag++) {
			changed.putInt(128 + 4 + 12 * (4 + tag) + 8, 12 + 4 * parameters.length);
		}
		return changed.array();
	}

	private static byte[] profile(double[][] columns, double gamma) {
		String[] tags = { "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
		int values = 128 + 4 + 12 * tags.length;
		int curve = values + 20 * columns.length;
		ByteBuffer profile = ByteBuffer.allocate(curve + 16);
		profile.putInt(0, profile.capacity()).putInt(8, 0x02200000);
		profile.put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
		profile.position(68);
		putXyz(profile, WHITE);
		profile.position(128).putInt(tags.length);
		for (int i = 0; i < tags.length; i++) {
			profile.put(ascii(tags[i])).putInt((i < 4) ? values + 20 * i : curve).putInt((i < 4) ? 20 : 14);
		}
		for (double[] column : columns) {
			profile.put(ascii("XYZ ")).putInt(0);
			putXyz(profile, column);
		}
		profile.put(ascii("curv")).putInt(0).putInt(1).putShort((short) Math.round(gamma * 256));
		return profile.array();
	}

	private static void putXyz(ByteBuffer profile, double[] xyz) {
		for (double value : xyz) {
			profile.putInt((int) Math.round(value * 65_536));
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
