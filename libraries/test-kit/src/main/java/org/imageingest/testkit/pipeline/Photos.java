package org.imageingest.testkit.pipeline;

import org.imageingest.testkit.TestJpeg;

import static org.imageingest.testkit.TestExif.exif;

/**
 * Photos as a camera of that name makes them, with a place and a serial number in them,
 * each with bytes of its own.
 */
public final class Photos {

	/** Serial number in each photo. */
	public static final String SERIAL = "SN-4711-0815";

	private Photos() {
	}

	/**
	 * Makes a JPEG of a camera "Testcam", taken at 48.25 degrees north, 11.5 east.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return the file
	 */
	public static byte[] jpeg(int width, int height) {
		return TestJpeg.jpeg(width, height)
			.exif(exif().camera("Testcam", "T1").position(48.25, 11.5).bodySerialNumber(SERIAL))
			.unique()
			.toBytes();
	}

}
