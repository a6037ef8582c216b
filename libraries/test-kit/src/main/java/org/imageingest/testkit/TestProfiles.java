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
