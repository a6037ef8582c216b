package org.imageingest.engine.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Keeps the chunks of a WebP that hold pictures and their colours (RFC 9649, section 2.7)
 * and the harmless part of its EXIF. XMP and unknown chunks go, and whatever follows its
 * end.
 */
final class WebpRewriter implements FileRewriter {

	private static final int RIFF_HEADER_BYTES = 12;

	private static final int CHUNK_HEADER_BYTES = 8;

	private static final int EXIF_FLAG = 0x08;

	private static final int XMP_FLAG = 0x04;

	private static final int MAX_EXIF_BYTES = 1024 * 1024;

	/** Some writers copy the prefix of the JPEG segment; without it is right. */
	private static final String JPEG_PREFIX = "Exif\0\0";

	private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");

	private static final Set<String> HARMLESS = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

	private final ExifRewriter exif;

	private boolean exifSeen;

	private boolean exifKept;

	WebpRewriter(ExifRewriter exif) {
		this.exif = exif;
	}

	@Override
	public void rewrite(BoundedFile file, PartialCopy copy) throws IOException {
		file.order(ByteOrder.LITTLE_ENDIAN);
		long end = Math.min(file.size(), CHUNK_HEADER_BYTES + file.u32(4));
		copy.keep(0, RIFF_HEADER_BYTES);
		long at = RIFF_HEADER_BYTES;
		boolean pictured = false;
		while (at + CHUNK_HEADER_BYTES <= end) {
			String type = file.ascii(at, 4);
			long length = file.u32(at + 4);
			// The padding of the last chunk may be missing
			long next = Math.min(at + CHUNK_HEADER_BYTES + length + (length & 1), file.size());
			if (at + CHUNK_HEADER_BYTES + length > file.size()) {
				throw new MalformedFileException("a chunk of " + length + " bytes does not fit into it");
			}
			if (type.equals("EXIF")) {
				exif(file, at, length, next, copy);
			}
			else if (HARMLESS.contains(type)) {
				copy.keep(at, next);
				pictured |= PICTURES.contains(type);
			}
			at = next;
		}
		if (!pictured) {
			throw new MalformedFileException("it has no picture");
		}
		if (!copy.isEverything()) {
			adjustHeader(file, copy);
		}
	}

	private void exif(BoundedFile file, long at, long length, long next, PartialCopy copy) throws IOException {
		if (this.exifSeen) {
			return;
		}
		this.exifSeen = true;
		byte[] chunk = (length <= MAX_EXIF_BYTES) ? file.block(at + CHUNK_HEADER_BYTES, length) : new byte[0];
		byte[] block = isPrefixed(chunk) ? Arrays.copyOfRange(chunk, JPEG_PREFIX.length(), chunk.length) : chunk;
		byte[] rewritten = this.exif.rewrite(block);
		this.exifKept = rewritten.length > 0;
		if (this.exifKept && Arrays.equals(block, rewritten)) {
			copy.keep(at, next);
		}
		else if (this.exifKept) {
			copy.add(chunk(rewritten));
		}
	}

	private static boolean isPrefixed(byte[] chunk) {
		return chunk.length >= JPEG_PREFIX.length()
				&& new String(chunk, 0, JPEG_PREFIX.length(), StandardCharsets.ISO_8859_1).equals(JPEG_PREFIX);
	}

	private static byte[] chunk(byte[] exif) {
		return ByteBuffer.allocate(CHUNK_HEADER_BYTES + exif.length + (exif.length & 1))
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("EXIF".getBytes(StandardCharsets.US_ASCII))
			.putInt(exif.length)
			.put(exif)
			.array();
	}

	/** The header tells the size of the file and which chunks are in it. */
	private void adjustHeader(BoundedFile file, PartialCopy copy) throws IOException {
		int size = (int) (copy.length() - CHUNK_HEADER_BYTES);
		copy.change(4, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array());
		if (file.ascii(RIFF_HEADER_BYTES, 4).equals("VP8X")) {
			int flags = file.u8(RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES) & ~XMP_FLAG;
			copy.change(RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES,
					new byte[] { (byte) (this.exifKept ? flags : flags & ~EXIF_FLAG) });
		}
	}

}
