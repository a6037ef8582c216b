package org.imageingest.testkit.secret;

import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;

/**
 * Secrets in the tags of a TIFF, and of a RAW built like one, whose preview has its own.
 */
final class PlantedTiff {

	private static final int WIDTH = 64;

	private static final int HEIGHT = 48;

	private static final int JPEG = 7;

	private static final int XMP = 700;

	private static final int IPTC = 33_723;

	private static final int PHOTOSHOP = 34_377;

	private static final int DNG_VERSION = 0xC612;

	private static final int CAMERA_SERIAL_NUMBER = 0xC62F;

	private static final int DNG_PRIVATE_DATA = 0xC634;

	private PlantedTiff() {
	}

	static byte[] tiff() {
		return tags().picture(WIDTH, HEIGHT, 1, 1, new byte[WIDTH * HEIGHT]).toBytes();
	}

	static byte[] dng() {
		byte[] preview = TestJpeg.jpeg(320, 240)
			.exif(SecretBlocks.exif())
			.comment(Secrets.in("comment.preview"))
			.toBytes();
		return tags().block(DNG_VERSION, new byte[] { 1, 4, 0, 0 })
			.block(CAMERA_SERIAL_NUMBER, Secrets.bytesIn("serial.dng"))
			.block(DNG_PRIVATE_DATA, Secrets.bytesIn("private.dng"))
			.picture(320, 240, JPEG, 6, preview)
			.toBytes();
	}

	private static TestExif tags() {
		return SecretBlocks.exif()
			.block(XMP, SecretBlocks.xmpBytes())
			.block(IPTC, SecretBlocks.iptc())
			.block(PHOTOSHOP, SecretBlocks.photoshop());
	}

}
