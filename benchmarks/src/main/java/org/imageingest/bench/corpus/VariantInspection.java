package org.imageingest.bench.corpus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for what a variant may not have: any part but those that hold the picture, marks
 * of metadata, texts of the photo that are to stay secret.
 */
final class VariantInspection {

	/** JFIF, tables, frames; pictures with and without alpha. */
	private static final Set<String> PARTS_OF_THE_PICTURE = Set.of("E0", "DB", "C0", "C2", "C4", "DD", "VP8 ", "VP8L",
			"VP8X", "ALPH");

	private static final List<String> METADATA_MARKS = List.of("Exif\0\0", "http://ns.adobe.com", "xpacket", "xmpmeta",
			"ICC_PROFILE", "Photoshop 3.0", "8BIM", "MakerNote", "GPSLatitude");

	private static final int JPEG_START_BYTES = 2;

	private static final int SEGMENT_HEAD_BYTES = 4;

	private static final int SCAN = 0xDA;

	private static final int RIFF_HEAD_BYTES = 12;

	private static final int CHUNK_HEAD_BYTES = 8;

	private VariantInspection() {
	}

	/**
	 * Looks through a variant.
	 * @param file its bytes
	 * @param secrets texts that may not be in it
	 * @return what was found, for people; empty if all is well
	 */
	static List<String> leaks(byte[] file, List<String> secrets) {
		List<String> leaks = new ArrayList<>();
		Set<String> parts = parts(file);
		parts.removeAll(PARTS_OF_THE_PICTURE);
		if (!parts.isEmpty()) {
			leaks.add("has parts " + parts);
		}
		String content = new String(file, StandardCharsets.ISO_8859_1);
		for (String mark : METADATA_MARKS) {
			if (content.contains(mark)) {
				leaks.add("has a mark of metadata: " + mark.replace("\0", ""));
			}
		}
		for (String secret : secrets) {
			if (content.contains(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
				leaks.add("has the text '" + secret + "' of the photo");
			}
		}
		return leaks;
	}

	private static Set<String> parts(byte[] file) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(file);
			if (bytes.getShort(0) == (short) 0xFFD8) {
				return segments(bytes);
			}
			String start = new String(file, 0, RIFF_HEAD_BYTES, StandardCharsets.ISO_8859_1);
			if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
				return chunks(file, bytes.order(ByteOrder.LITTLE_ENDIAN));
			}
			return new TreeSet<>(Set.of("neither of JPEG nor of WebP"));
		}
		catch (IndexOutOfBoundsException ex) {
			return new TreeSet<>(Set.of("that end too early"));
		}
	}

	private static Set<String> segments(ByteBuffer file) {
		Set<String> parts = new TreeSet<>();
		int at = JPEG_START_BYTES;
		while ((file.get(at + 1) & 0xFF) != SCAN) {
			parts.add("%02X".formatted(file.get(at + 1)));
			at += 2 + Short.toUnsignedInt(file.getShort(at + 2));
		}
		// In pixel data FF stands only before 00 and the marks of restarts and the end.
		int end = at + SEGMENT_HEAD_BYTES;
		while (file.getShort(end) != (short) 0xFFD9) {
			end++;
		}
		if (end + 2 != file.capacity()) {
			parts.add("behind the end");
		}
		return parts;
	}

	private static Set<String> chunks(byte[] content, ByteBuffer file) {
		Set<String> parts = new TreeSet<>();
		int at = RIFF_HEAD_BYTES;
		while (at + CHUNK_HEAD_BYTES <= file.capacity()) {
			parts.add(new String(content, at, 4, StandardCharsets.ISO_8859_1));
			int length = Math.max(0, file.getInt(at + 4));
			at += CHUNK_HEAD_BYTES + length + (length & 1);
		}
		if (at != file.capacity()) {
			parts.add("behind the end");
		}
		return parts;
	}

}
