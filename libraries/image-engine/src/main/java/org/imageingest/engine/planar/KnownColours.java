package org.imageingest.engine.planar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.imageingest.engine.planar.ZimgFormat.Colour;

/**
 * Recognises the ICC profiles that mean what libzimg has a number for: three primaries
 * and the curve of sRGB. Profiles are told by what they say, not by their names.
 *
 * @see <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022</a>,
 * 7.2, 9.2, 10.6, 10.18
 */
final class KnownColours {

	private static final int HEADER_BYTES = 128;

	private static final int TAG_BYTES = 12;

	private static final int MOST_TAGS = 100;

	/** As far as makers' profiles of the same colours differ. */
	private static final double XYZ_TOLERANCE = 0.003;

	/** Half a step of 8 bits, which no eye sees. */
	private static final double CURVE_TOLERANCE = 0.004;

	private static final int CURVE_SAMPLES = 32;

	/** Red, green and blue, adapted to D50, X Y Z each. */
	private static final double[] SRGB = { 0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7139 };

	private static final double[] DISPLAY_P3 = { 0.5151, 0.2412, -0.0011, 0.2920, 0.6922, 0.0419, 0.1571, 0.0666,
			0.7841 };

	private final ByteBuffer profile;

	private KnownColours(byte[] profile) {
		this.profile = ByteBuffer.wrap(profile);
	}

	/**
	 * Recognises a profile.
	 * @param profile an ICC profile, whole or broken
	 * @return nothing if it means something else
	 */
	static Optional<Colour> of(byte[] profile) {
		try {
			return new KnownColours(profile).colour();
		}
		catch (IndexOutOfBoundsException ex) {
			// Broken: whoever reads profiles by profession is to say how much.
			return Optional.empty();
		}
	}

	private Optional<Colour> colour() {
		// A table goes before primaries where a profile has both.
		if (!ascii(16).equals("RGB ") || !ascii(20).equals("XYZ ") || tag("A2B0") >= 0 || tag("A2B1") >= 0) {
			return Optional.empty();
		}
		if (!hasCurve("rTRC") || !hasCurve("gTRC") || !hasCurve("bTRC")) {
			return Optional.empty();
		}
		if (hasPrimaries(SRGB)) {
			return Optional.of(Colour.SRGB);
		}
		return hasPrimaries(DISPLAY_P3) ? Optional.of(Colour.DISPLAY_P3) : Optional.empty();
	}

	private boolean hasPrimaries(double[] expected) {
		String[] tags = { "rXYZ", "gXYZ", "bXYZ" };
		for (int i = 0; i < expected.length; i++) {
			int at = tag(tags[i / 3]);
			if (at < 0 || Math.abs(fixed(at + 8 + 4 * (i % 3)) - expected[i]) > XYZ_TOLERANCE) {
				return false;
			}
		}
		return true;
	}

	private boolean hasCurve(String tag) {
		int at = tag(tag);
		if (at < 0) {
			return false;
		}
		return switch (ascii(at)) {
			case "para" -> isSrgb(at, this::parametric);
			case "curv" -> this.profile.getInt(at + 8) > 2 && isSrgb(at, this::table);
			default -> false;
		};
	}

	private static boolean isSrgb(int at, Curve curve) {
		for (int i = 0; i <= CURVE_SAMPLES; i++) {
			double value = (double) i / CURVE_SAMPLES;
			double linear = (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
			// Not of a NaN, which is neither.
			if (!(Math.abs(curve.at(at, value) - linear) <= CURVE_TOLERANCE)) {
				return false;
			}
		}
		return true;
	}

	/** Function 3: a power with an offset, and a straight line below. */
	private double parametric(int at, double value) {
		if (this.profile.getShort(at + 8) != 3) {
			return Double.NaN;
		}
		double[] values = new double[5];
		Arrays.setAll(values, (i) -> fixed(at + 12 + 4 * i));
		return (value >= values[4]) ? Math.pow(values[1] * value + values[2], values[0]) : values[3] * value;
	}

	private double table(int at, double value) {
		int entries = this.profile.getInt(at + 8);
		int nearest = (int) Math.round(value * (entries - 1));
		return (this.profile.getShort(at + 12 + 2 * nearest) & 0xFFFF) / 65_535.0;
	}

	/** Returns where the data of a tag begin, or -1 if there is none. */
	private int tag(String name) {
		int count = Math.min(this.profile.getInt(HEADER_BYTES), MOST_TAGS);
		for (int i = 0; i < count; i++) {
			int at = HEADER_BYTES + 4 + i * TAG_BYTES;
			if (ascii(at).equals(name)) {
				return this.profile.getInt(at + 4);
			}
		}
		return -1;
	}

	private double fixed(int at) {
		return this.profile.getInt(at) / 65_536.0;
	}

	private String ascii(int at) {
		return new String(this.profile.array(), at, 4, StandardCharsets.US_ASCII);
	}

	/** From 0 to 1 as stored to 0 to 1 of light. */
	@FunctionalInterface
	private interface Curve {

		double at(int tag, double value);

	}

}
