package org.imageingest.testkit.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is planted: a text of its own in each place, and one position in all its forms.
 */
public final class Secrets {

	/**
	 * Degrees, north positive. No number of seconds, so that no time of day is like it.
	 */
	public static final double LATITUDE = 71.290612;

	/** Degrees, east positive. */
	public static final double LONGITUDE = -156.788647;

	/** What every text begins with. */
	static final String STEM = "ZQXPLANTED";

	private Secrets() {
	}

	/**
	 * Makes the text of a place.
	 * @param place lower-case letters, digits, hyphens and dots; what stands before the
	 * first dot is its group
	 * @return a text that stands nowhere else
	 */
	public static String in(String place) {
		return STEM + "-" + place;
	}

	/**
	 * Makes the text of a place.
	 * @param place the place
	 * @return its bytes
	 */
	public static byte[] bytesIn(String place) {
		return in(place).getBytes(StandardCharsets.US_ASCII);
	}

	static byte[] join(byte[]... pieces) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] piece : pieces) {
			all.writeBytes(piece);
		}
		return all.toByteArray();
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
