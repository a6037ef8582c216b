package org.imageingest.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Small ICC profiles of well-known colour spaces: primaries adapted to D50 and a gamma
 * (ICC.1:2001-04), and of grey and a press.
 */
public final class TestProfiles {

	private static final double[] WHITE = { 0.9642, 1.0, 0.8249 };

	private static final double[][] SRGB = { WHITE, { 0.4361, 0.2225, 0.0139 }, { 0.3851, 0.7169, 0.0971 },
			{ 0.1431, 0.0606, 0.7139 } };

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
		return withSrgbCurve(profile(SRGB, 2.2));
	}

	/**
	 * Makes the primaries of sRGB with a power curve.
	 * @param gamma from stored values to light
	 * @return a profile
	 */
	public static byte[] srgb(double gamma) {
		return profile(SRGB, gamma);
	}

	/**
	 * Makes the primaries of BT.2020 with the curve of sRGB.
	 * @return a profile
	 */
	public static byte[] bt2020WithSrgbCurve() {
		return withSrgbCurve(profile(new double[][] { WHITE, { 0.6735, 0.2790, -0.0019 }, { 0.1657, 0.6753, 0.0300 },
				{ 0.1251, 0.0456, 0.7969 } }, 2.2));
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

	/**
	 * Makes grey with a power curve.
	 * @param gamma from stored values to light
	 * @return a profile
	 */
	public static byte[] grey(double gamma) {
		ByteBuffer profile = header(128 + 4 + 12 * 2 + 20 + 16, "mntrGRAYXYZ ");
		profile.putInt(2).put(ascii("wtpt")).putInt(156).putInt(20).put(ascii("kTRC")).putInt(176).putInt(14);
		profile.put(ascii("XYZ ")).putInt(0);
		putXyz(profile, WHITE);
		putGamma(profile, gamma);
		return profile.array();
	}

	/**
	 * Makes a press of four inks, by a table of the 16 colours of full inks over each
	 * other (ICC.1:2001-04, 6.5.8), one for each intent.
	 * @return a profile
	 */
	public static byte[] press() {
		int[][] mixtures = { { 95, 0, -2 }, { 55, -37, -50 }, { 48, 74, -3 }, { 24, 22, -46 }, { 89, -5, 93 },
				{ 50, -68, 33 }, { 47, 68, 48 }, { 23, 0, 0 } };
		ByteBuffer toLab = table(4, 3);
		// The last ink varies fastest.
		for (int inks = 0; inks < 16; inks++) {
			int[] lab = mixtures[(inks >> 3 & 1) | (inks >> 1 & 2) | (inks << 1 & 4)];
			double share = ((inks & 1) == 1) ? 0.1 : 1;
			toLab.putShort((short) Math.round(lab[0] * share * 652.8));
			toLab.putShort((short) Math.round((lab[1] * share + 128) * 256));
			toLab.putShort((short) Math.round((lab[2] * share + 128) * 256));
		}
		putRamps(toLab, 3);
		// Some way back has to be there; here it is black ink for want of light.
		ByteBuffer toInks = table(3, 4);
		for (int lab = 0; lab < 8; lab++) {
			toInks.putShort((short) 0)
				.putShort((short) 0)
				.putShort((short) 0)
				.putShort((short) ((lab < 4) ? 0xFFFF : 0));
		}
		putRamps(toInks, 4);
		ByteBuffer profile = header(128 + 4 + 12 * 4 + 20 + toLab.capacity() + toInks.capacity(), "prtrCMYKLab ");
		profile.putInt(4).put(ascii("wtpt")).putInt(180).putInt(20);
		for (String intent : new String[] { "A2B0", "A2B1" }) {
			profile.put(ascii(intent)).putInt(200).putInt(toLab.capacity());
		}
		profile.put(ascii("B2A0")).putInt(200 + toLab.capacity()).putInt(toInks.capacity());
		profile.put(ascii("XYZ ")).putInt(0);
		putXyz(profile, WHITE);
		return profile.put(toLab.array()).put(toInks.array()).array();
	}

	/** Starts a table of two points a channel: its head, and straight lines before it. */
	private static ByteBuffer table(int inputs, int outputs) {
		ByteBuffer table = ByteBuffer.allocate(52 + 2 * (inputs * 2 + (1 << inputs) * outputs + outputs * 2));
		table.put(ascii("mft2")).putInt(0).put(new byte[] { (byte) inputs, (byte) outputs, 2, 0 });
		for (int i = 0; i < 9; i++) {
			table.putInt((i % 4 == 0) ? 65_536 : 0);
		}
		table.putShort((short) 2).putShort((short) 2);
		putRamps(table, inputs);
		return table;
	}

	/** Straight lines from nothing to everything. */
	private static void putRamps(ByteBuffer table, int channels) {
		for (int i = 0; i < channels; i++) {
			table.putShort((short) 0).putShort((short) 0xFFFF);
		}
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
		ByteBuffer profile = header(curve + 16, "mntrRGB XYZ ").putInt(tags.length);
		for (int i = 0; i < tags.length; i++) {
			profile.put(ascii(tags[i])).putInt((i < 4) ? values + 20 * i : curve).putInt((i < 4) ? 20 : 14);
		}
		for (double[] column : columns) {
			profile.put(ascii("XYZ ")).putInt(0);
			putXyz(profile, column);
		}
		putGamma(profile, gamma);
		return profile.array();
	}

	private static ByteBuffer header(int size, String kind) {
		ByteBuffer profile = ByteBuffer.allocate(size).putInt(0, size).putInt(8, 0x02200000);
		profile.put(12, ascii(kind)).put(36, ascii("acsp"));
		profile.position(68);
		putXyz(profile, WHITE);
		return profile.position(128);
	}

	private static void putGamma(ByteBuffer profile, double gamma) {
		profile.put(ascii("curv")).putInt(0).putInt(1).putShort((short) Math.round(gamma * 256));
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
