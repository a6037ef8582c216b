package org.imageingest.engine.metadata;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;

/**
 * Metadata in the chunks of an extended WebP (RFC 9649, section 2.7).
 */
final class WebpBlocks implements BlockReader {

	private static final int CHUNK_HEADER_BYTES = 8;

	private static final int ANIMATION_FLAG = 0x02;

	private static final String JPEG_PREFIX = "Exif\0\0";

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		file.order(ByteOrder.LITTLE_ENDIAN);
		long at = 12;
		int frames = 0;
		while (at + CHUNK_HEADER_BYTES <= file.size()) {
			String type = file.ascii(at, 4);
			long length = file.u32(at + 4);
			long content = at + CHUNK_HEADER_BYTES;
			switch (type) {
				case "VP8X" -> blocks.animated = (file.u8(content) & ANIMATION_FLAG) != 0;
				case "ANMF" -> frames++;
				case "ICCP" ->
					blocks.profile((length > MetadataBlocks.MAX_PROFILE_BYTES) ? null : file.block(content, length));
				case "EXIF" -> {
					// Some writers copy the prefix of the JPEG segment
					boolean prefixed = length > JPEG_PREFIX.length()
							&& file.ascii(content, JPEG_PREFIX.length()).equals(JPEG_PREFIX);
					int skip = prefixed ? JPEG_PREFIX.length() : 0;
					if (blocks.isTaken(length, MetadataBlocks.MAX_EXIF_BYTES)) {
						blocks.exif.add(file.block(content + skip, length - skip));
					}
				}
				case "XMP " ->
					blocks.xmp((length > MetadataBlocks.MAX_TEXT_BYTES) ? null : file.block(content, length));
				default -> {
				}
			}
			at = content + length + (length & 1);
		}
		blocks.animated = blocks.animated && frames > 1;
	}

}
