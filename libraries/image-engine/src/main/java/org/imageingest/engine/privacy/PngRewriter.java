package org.imageingest.engine.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Keeps the chunks of a PNG that say how it looks (PNG 3rd edition, section 11) and the
 * harmless part of its EXIF. Texts, XMP and private chunks go, and whatever follows its
 * end.
 */
final class PngRewriter implements FileRewriter {

	private static final int SIGNATURE_BYTES = 8;

	private static final int FRAME_BYTES = 12;

	private static final int MAX_EXIF_BYTES = 1024 * 1024;

	private static final Set<String> HARMLESS = Set.of("tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
			"cLLI", "bKGD", "hIST", "pHYs", "sPLT", "tIME", "acTL", "fcTL", "fdAT");

	private final ExifRewriter exif;

	private boolean exifSeen;

	PngRewriter(ExifRewriter exif) {
		this.exif = exif;
	}

	@Override
	public void rewrite(BoundedFile file, PartialCopy copy) throws IOException {
		copy.keep(0, SIGNATURE_BYTES);
		long at = SIGNATURE_BYTES;
		String type = "";
		while (!type.equals("IEND")) {
			long length = file.u32(at);
			type = file.ascii(at + 4, 4);
			long end = at + FRAME_BYTES + length;
			if (end > file.size()) {
				throw new MalformedFileException("a chunk of " + length + " bytes does not fit into it");
			}
			if (type.equals("eXIf")) {
				exif(file, at, length, copy);
			}
			else if (isNeeded(type) || HARMLESS.contains(type)) {
				copy.keep(at, end);
			}
			at = end;
		}
	}

	/** A chunk that no decoder may pass over starts with a capital. */
	private static boolean isNeeded(String type) {
		return (type.charAt(0) & 0x20) == 0;
	}

	private void exif(BoundedFile file, long at, long length, PartialCopy copy) throws IOException {
		if (this.exifSeen) {
			return;
		}
		this.exifSeen = true;
		byte[] block = (length <= MAX_EXIF_BYTES) ? file.block(at + 8, length) : new byte[0];
		byte[] rewritten = this.exif.rewrite(block);
		if (block.length > 0 && Arrays.equals(block, rewritten)) {
			copy.keep(at, at + FRAME_BYTES + length);
		}
		else if (rewritten.length > 0) {
			copy.add(chunk(rewritten));
		}
	}

	private static byte[] chunk(byte[] exif) {
		ByteBuffer chunk = ByteBuffer.allocate(FRAME_BYTES + exif.length);
		chunk.putInt(exif.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
		CRC32 checksum = new CRC32();
		checksum.update(chunk.array(), 4, 4 + exif.length);
		return chunk.putInt((int) checksum.getValue()).array();
	}

}
