package org.imageingest.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names the segments of a JPEG and the chunks of a WebP.
 */
final class ContainerParts {

	/** Parts that only hold the picture: JFIF, tables, frame; still WebP with alpha. */
	static final Set<String> WITHOUT_METADATA = Set.of("E0", "DB", "C0", "C2", "C4", "DD", "VP8 ", "VP8L", "VP8X",
			"ALPH");

	private ContainerParts() {
	}

	static Set<String> of(byte[] file) {
		return (file[0] == 'R') ? chunks(file) : segments(file);
	}

	private static Set<String> segments(byte[] file) {
		Set<String> parts = new TreeSet<>();
		int at = 2;
		while ((file[at + 1] & 0xFF) != 0xDA) {
			parts.add("%02X".formatted(file[at + 1]));
			at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
		}
		return parts;
	}

	private static Set<String> chunks(byte[] file) {
		Set<String> parts = new TreeSet<>();
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int at = 12;
		while (at + 8 <= file.length) {
			parts.add(new String(file, at, 4, StandardCharsets.ISO_8859_1));
			int length = bytes.getInt(at + 4);
			at += 8 + length + (length & 1);
		}
		return parts;
	}

}
