package org.imageingest.engine.metadata;

import java.io.IOException;
import java.util.Arrays;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.jspecify.annotations.Nullable;

/**
 * Metadata in the chunks of a PNG, wherever they stand (PNG 3rd edition, 11.3).
 */
final class PngBlocks implements BlockReader {

	private static final int CHUNK_FRAME_BYTES = 12;

	private static final String XMP_KEYWORD = "XML:com.adobe.xmp\0";

	private static final double CHROMATICITY_UNIT = 100_000;

	private boolean srgb;

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		long at = 8;
		while (at + CHUNK_FRAME_BYTES <= file.size()) {
			long length = file.u32(at);
			String type = file.ascii(at + 4, 4);
			if (type.equals("IEND")) {
				break;
			}
			chunk(file, type, at + 8, length, blocks);
			at += CHUNK_FRAME_BYTES + length;
		}
		if (this.srgb) {
			blocks.gamma = 0;
			blocks.chromaticities = null;
		}
	}

	private void chunk(BoundedFile file, String type, long at, long length, MetadataBlocks blocks) throws IOException {
		switch (type) {
			case "eXIf" -> {
				if (blocks.isTaken(length, MetadataBlocks.MAX_EXIF_BYTES)) {
					blocks.exif.add(file.block(at, length));
				}
			}
			case "iCCP" ->
				blocks.profile((length > MetadataBlocks.MAX_PROFILE_BYTES) ? null : profile(file.block(at, length)));
			case "cICP" -> blocks.codePoints = new ColourTags.CodePoints(file.u8(at), file.u8(at + 1));
			case "sRGB" -> this.srgb = true;
			case "gAMA" -> blocks.gamma = Math.max(0, file.s32(at));
			case "cHRM" -> blocks.chromaticities = new Chromaticities(colour(file, at), colour(file, at + 8),
					colour(file, at + 16), colour(file, at + 24));
			case "acTL" -> blocks.animated = file.u32(at) > 1;
			case "tEXt", "zTXt" -> blocks.comment = true;
			case "iTXt" -> {
				if (length > XMP_KEYWORD.length() && file.ascii(at, XMP_KEYWORD.length()).equals(XMP_KEYWORD)) {
					blocks.xmp((length > MetadataBlocks.MAX_TEXT_BYTES) ? null : xmp(file.block(at, length)));
				}
				else {
					blocks.comment = true;
				}
			}
			default -> {
			}
		}
	}

	private static Chromaticities.Xy colour(BoundedFile file, long at) throws IOException {
		return new Chromaticities.Xy(file.u32(at) / CHROMATICITY_UNIT, file.u32(at + 4) / CHROMATICITY_UNIT);
	}

	private static byte @Nullable [] profile(byte[] chunk) throws IOException {
		int nameEnd = indexOfZero(chunk, 0);
		if (nameEnd < 0 || nameEnd + 2 > chunk.length) {
			throw new MalformedFileException("its profile has no name");
		}
		return BoundedInflater.inflate(chunk, nameEnd + 2, MetadataBlocks.MAX_PROFILE_BYTES);
	}

	/**
	 * Skips keyword, compression flag and method, language and translated keyword.
	 */
	private static byte @Nullable [] xmp(byte[] chunk) throws IOException {
		int flag = indexOfZero(chunk, 0) + 1;
		int language = indexOfZero(chunk, Math.min(chunk.length, flag + 2));
		int translated = (language < 0) ? -1 : indexOfZero(chunk, language + 1);
		if (translated < 0) {
			throw new MalformedFileException("its XMP has no end of its names");
		}
		if (chunk[flag] != 0) {
			return BoundedInflater.inflate(chunk, translated + 1, MetadataBlocks.MAX_TEXT_BYTES);
		}
		return Arrays.copyOfRange(chunk, translated + 1, chunk.length);
	}

	private static int indexOfZero(byte[] bytes, int from) {
		for (int i = from; i < bytes.length; i++) {
			if (bytes[i] == 0) {
				return i;
			}
		}
		return -1;
	}

}
