package org.imageingest.engine.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes JPEGs apart and puts them together again.
 */
final class JpegParts {

	private JpegParts() {
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			file.writeBytes(part);
		}
		return file.toByteArray();
	}

	static byte[] part(byte[] file, int from, int to) {
		return Arrays.copyOfRange(file, from, to);
	}

	static byte[] segment(int marker, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
		int length = 2 + bytes.length;
		return join(new byte[] { -1, (byte) marker, (byte) (length >> 8), (byte) length }, bytes);
	}

	/** Finds a marker. */
	static int indexOf(byte[] file, int marker, int from) {
		for (int i = from; i + 1 < file.length; i++) {
			if (file[i] == -1 && file[i + 1] == (byte) marker) {
				return i;
			}
		}
		throw new IllegalArgumentException("There is no marker " + marker);
	}

}
