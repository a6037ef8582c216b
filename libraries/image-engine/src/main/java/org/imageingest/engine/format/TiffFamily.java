package org.imageingest.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * TIFF and the camera RAW formats that are built like it, told apart by signature and by
 * the first directory, as far as the head of the file holds it. Several makers write
 * plain TIFF too, so a maker's name alone does not make a RAW: a RAW's first directory is
 * a reduced picture or has further ones below it.
 */
final class TiffFamily {

	private static final int MAKE = 0x010F;

	private static final int NEW_SUBFILE_TYPE = 0x00FE;

	private static final int COMPRESSION = 0x0103;

	private static final int SUB_IFDS = 0x014A;

	private static final int DNG_VERSION = 0xC612;

	private static final int ASCII = 2;

	private static final int ENTRY_BYTES = 12;

	/** Nikon's and Sony's own compressions. */
	private static final int NIKON_COMPRESSED = 34713;

	private static final int SONY_COMPRESSED = 32767;

	private static final int BIG_TIFF = 43;

	private TiffFamily() {
	}

	static Optional<ImageFormat> detect(byte[] head) {
		if (FormatDetector.has(head, 0, "IIRO") || FormatDetector.has(head, 0, "IIRS")
				|| FormatDetector.has(head, 0, "MMOR")) {
			return Optional.of(ImageFormat.ORF);
		}
		if (FormatDetector.has(head, 0, "IIU\0")) {
			return Optional.of(ImageFormat.RW2);
		}
		boolean littleEndian = FormatDetector.has(head, 0, "II");
		if (head.length < 8 || (!littleEndian && !FormatDetector.has(head, 0, "MM"))) {
			return Optional.empty();
		}
		ByteBuffer file = ByteBuffer.wrap(head).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int version = file.getShort(2);
		if (version == BIG_TIFF) {
			return Optional.of(ImageFormat.TIFF);
		}
		if (version != 42) {
			return Optional.empty();
		}
		if (FormatDetector.has(head, 8, "CR")) {
			return Optional.of(ImageFormat.CR2);
		}
		return Optional.of(byDirectory(file));
	}

	private static ImageFormat byDirectory(ByteBuffer file) {
		Map<Integer, Integer> entries = entries(file);
		if (entries.containsKey(DNG_VERSION)) {
			return ImageFormat.DNG;
		}
		String make = make(file, entries);
		int compression = value(file, entries, COMPRESSION);
		boolean reduced = (value(file, entries, NEW_SUBFILE_TYPE) & 1) == 1;
		boolean hasFurther = entries.containsKey(SUB_IFDS);
		if (make.startsWith("NIKON") && (compression == NIKON_COMPRESSED || (reduced && hasFurther))) {
			return ImageFormat.NEF;
		}
		if (make.startsWith("SONY") && (compression == SONY_COMPRESSED || (reduced && hasFurther))) {
			return ImageFormat.ARW;
		}
		return ImageFormat.TIFF;
	}

	/**
	 * Maps the tags of the first directory to where their entries stand.
	 */
	private static Map<Integer, Integer> entries(ByteBuffer file) {
		Map<Integer, Integer> entries = new HashMap<>();
		long start = file.getInt(4) & 0xFFFFFFFFL;
		if (start + 2 > file.limit()) {
			return entries;
		}
		int count = file.getShort((int) start) & 0xFFFF;
		long at = start + 2;
		for (int i = 0; i < count && at + ENTRY_BYTES <= file.limit(); i++, at += ENTRY_BYTES) {
			entries.putIfAbsent(file.getShort((int) at) & 0xFFFF, (int) at);
		}
		return entries;
	}

	private static int value(ByteBuffer file, Map<Integer, Integer> entries, int tag) {
		Integer at = entries.get(tag);
		if (at == null) {
			return 0;
		}
		boolean isShort = file.getShort(at + 2) == 3;
		return isShort ? file.getShort(at + 8) & 0xFFFF : file.getInt(at + 8);
	}

	private static String make(ByteBuffer file, Map<Integer, Integer> entries) {
		Integer at = entries.get(MAKE);
		if (at == null || file.getShort(at + 2) != ASCII) {
			return "";
		}
		int count = Math.clamp(file.getInt(at + 4), 0, 32);
		long offset = (count <= 4) ? at + 8 : file.getInt(at + 8) & 0xFFFFFFFFL;
		if (offset + count > file.limit()) {
			return "";
		}
		byte[] text = new byte[count];
		file.get((int) offset, text);
		return new String(text, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
	}

}
