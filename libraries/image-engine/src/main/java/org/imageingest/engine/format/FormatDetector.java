package org.imageingest.engine.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells formats apart by their content. Names and declared types play no part. What is
 * not a photo (SVG, PDF, EPS, text), and photo formats that no engine takes (JPEG 2000,
 * JPEG XL), are told as nothing.
 */
public final class FormatDetector {

	/** How many bytes are worth handing over; more are not looked at. */
	public static final int HEAD_BYTES = 64 * 1024;

	private static final int[] JPEG = { 0xFF, 0xD8, 0xFF };

	private static final int[] PNG = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

	private static final int BMP_SMALLEST_HEAD = 18;

	private FormatDetector() {
	}

	/**
	 * Detects the format of a file.
	 * @param head the first bytes of the file, at best {@link #HEAD_BYTES} of them
	 * @return the format, or empty if the file is not taken
	 */
	public static Optional<ImageFormat> detect(byte[] head) {
		if (starts(head, JPEG)) {
			return Optional.of(ImageFormat.JPEG);
		}
		if (starts(head, PNG)) {
			return Optional.of(ImageFormat.PNG);
		}
		if (has(head, 0, "GIF87a") || has(head, 0, "GIF89a")) {
			return Optional.of(ImageFormat.GIF);
		}
		if (has(head, 0, "RIFF") && has(head, 8, "WEBP")) {
			return Optional.of(ImageFormat.WEBP);
		}
		if (has(head, 0, "BM") && isBitmap(head)) {
			return Optional.of(ImageFormat.BMP);
		}
		if (has(head, 0, "FUJIFILMCCD-RAW")) {
			return Optional.of(ImageFormat.RAF);
		}
		if (has(head, 4, "ftyp")) {
			return IsoMediaBrands.detect(head);
		}
		return TiffFamily.detect(head);
	}

	/**
	 * Two letters are too few to tell a bitmap from text: the header that follows must
	 * have one of the sizes that were ever defined.
	 */
	private static boolean isBitmap(byte[] head) {
		if (head.length < BMP_SMALLEST_HEAD) {
			return false;
		}
		int headerBytes = (head[14] & 0xFF) | (head[15] & 0xFF) << 8 | (head[16] & 0xFF) << 16
				| (head[17] & 0xFF) << 24;
		return switch (headerBytes) {
			case 12, 16, 40, 52, 56, 64, 108, 124 -> true;
			default -> false;
		};
	}

	private static boolean starts(byte[] head, int[] signature) {
		if (head.length < signature.length) {
			return false;
		}
		for (int i = 0; i < signature.length; i++) {
			if ((head[i] & 0xFF) != signature[i]) {
				return false;
			}
		}
		return true;
	}

	static boolean has(byte[] head, int offset, String ascii) {
		byte[] expected = ascii.getBytes(StandardCharsets.US_ASCII);
		if (head.length < offset + expected.length) {
			return false;
		}
		for (int i = 0; i < expected.length; i++) {
			if (head[offset + i] != expected[i]) {
				return false;
			}
		}
		return true;
	}

}
