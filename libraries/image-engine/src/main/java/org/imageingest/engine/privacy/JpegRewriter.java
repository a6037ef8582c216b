package org.imageingest.engine.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Keeps of a JPEG what decoding needs (ITU-T T.81, B.2), its colour profile and the
 * harmless part of its first EXIF block. Every other application segment and every
 * comment goes, wherever it stands, and whatever follows the end of the picture: further
 * pictures (CIPA DC-007), films, a maker's own data.
 */
final class JpegRewriter implements FileRewriter {

	private static final int START_OF_IMAGE = 0xD8;

	private static final int END_OF_IMAGE = 0xD9;

	private static final int START_OF_SCAN = 0xDA;

	private static final int COMMENT = 0xFE;

	private static final String EXIF = "Exif\0\0";

	private static final String ICC = "ICC_PROFILE\0";

	/** Segment lengths without a thumbnail, and of all that Adobe has defined. */
	private static final int JFIF_LENGTH = 16;

	private static final int ADOBE_LENGTH = 14;

	private static final int FRAME_BYTES = 2;

	private final ExifRewriter exif;

	private boolean exifSeen;

	JpegRewriter(ExifRewriter exif) {
		this.exif = exif;
	}

	@Override
	public void rewrite(BoundedFile file, PartialCopy copy) throws IOException {
		copy.keep(0, 2);
		boolean scanned = false;
		long at = marker(file, 2);
		while (at < file.size()) {
			int marker = file.u8(at + 1);
			if (scanned && (marker == END_OF_IMAGE || marker == START_OF_IMAGE)) {
				end(at, marker, copy);
				return;
			}
			if (marker == END_OF_IMAGE) {
				throw new MalformedFileException("it has no picture");
			}
			long next = isAlone(marker) ? at + 2 : segment(file, marker, at, copy);
			if (marker == START_OF_SCAN) {
				scanned = true;
				long dataEnd = endOfData(file, next);
				copy.keep(next, dataEnd);
				next = dataEnd;
			}
			at = marker(file, next);
		}
		if (!scanned) {
			throw new MalformedFileException("it has no picture");
		}
	}

	/** Of a picture that lacks its end, another one that starts is the end. */
	private static void end(long at, int marker, PartialCopy copy) throws IOException {
		if (marker == END_OF_IMAGE) {
			copy.keep(at, at + 2);
		}
		else {
			copy.add(new byte[] { (byte) 0xFF, (byte) END_OF_IMAGE });
		}
	}

	/** Finds the next marker; fill bytes and stray bytes before it are passed over. */
	private static long marker(BoundedFile file, long from) throws IOException {
		long at = file.indexOf(0xFF, from, file.size());
		while (at + 1 < file.size() && (file.u8(at + 1) == 0xFF || file.u8(at + 1) == 0)) {
			at = file.indexOf(0xFF, at + 1, file.size());
		}
		return (at + 1 < file.size()) ? at : file.size();
	}

	/** Restart marks, stuffed zeros and fill bytes belong to the data. */
	private static long endOfData(BoundedFile file, long from) throws IOException {
		long at = file.indexOf(0xFF, from, file.size());
		while (at + 1 < file.size()) {
			int next = file.u8(at + 1);
			boolean data = next == 0 || next == 0xFF || (next >= 0xD0 && next < START_OF_IMAGE);
			if (!data) {
				return at;
			}
			at = file.indexOf(0xFF, at + 1, file.size());
		}
		return file.size();
	}

	private static boolean isAlone(int marker) {
		return marker == 0x01 || (marker >= 0xD0 && marker <= START_OF_IMAGE);
	}

	/** Copies a segment, or what is harmless of it, and returns where it ends. */
	private long segment(BoundedFile file, int marker, long at, PartialCopy copy) throws IOException {
		int length = file.u16(at + 2);
		long end = at + FRAME_BYTES + length;
		if (length < 2 || end > file.size()) {
			throw new MalformedFileException("a segment of " + length + " bytes does not fit into it");
		}
		switch (marker) {
			case 0xE0 -> cut(file, "JFIF\0", JFIF_LENGTH, at, end, copy);
			case 0xE1 -> exif(file, at, end, copy);
			case 0xE2 -> {
				if (starts(file, ICC, at, end)) {
					copy.keep(at, end);
				}
			}
			case 0xEE -> cut(file, "Adobe", ADOBE_LENGTH, at, end, copy);
			default -> {
				boolean foreign = (marker > 0xE0 && marker <= 0xEF) || marker == COMMENT;
				if (!foreign) {
					copy.keep(at, end);
				}
			}
		}
		return end;
	}

	/** Keeps the start of a segment, which is all that decoders look at. */
	private static void cut(BoundedFile file, String identifier, int length, long at, long end, PartialCopy copy)
			throws IOException {
		if (!starts(file, identifier, at, end)) {
			return;
		}
		if (end - at <= FRAME_BYTES + length) {
			copy.keep(at, end);
			return;
		}
		byte[] start = file.block(at, FRAME_BYTES + length);
		start[2] = 0;
		start[3] = (byte) length;
		if (length == JFIF_LENGTH) {
			// Its last two bytes are the sides of the thumbnail that followed
			Arrays.fill(start, start.length - 2, start.length, (byte) 0);
		}
		copy.add(start);
	}

	/** Decoders look at the first block, so no other is of use. */
	private void exif(BoundedFile file, long at, long end, PartialCopy copy) throws IOException {
		if (this.exifSeen || !starts(file, EXIF, at, end)) {
			return;
		}
		this.exifSeen = true;
		long start = at + 4 + EXIF.length();
		byte[] block = file.block(start, end - start);
		byte[] rewritten = this.exif.rewrite(block);
		if (Arrays.equals(block, rewritten)) {
			copy.keep(at, end);
		}
		else if (rewritten.length > 0) {
			int length = 2 + EXIF.length() + rewritten.length;
			copy.add(new byte[] { (byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length });
			copy.add(EXIF.getBytes(StandardCharsets.US_ASCII));
			copy.add(rewritten);
		}
	}

	private static boolean starts(BoundedFile file, String identifier, long at, long end) throws IOException {
		return end - at >= 4 + identifier.length() && file.ascii(at + 4, identifier.length()).equals(identifier);
	}

}
