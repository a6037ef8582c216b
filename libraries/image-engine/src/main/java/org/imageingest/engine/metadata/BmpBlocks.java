package org.imageingest.engine.metadata;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;

/**
 * Sees whether a bitmap is nothing but headers, palette and pixels: it has no metadata,
 * but anything may lie between or behind them.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader">BITMAPINFOHEADER</a>
 */
final class BmpBlocks implements BlockReader {

	private static final int FILE_HEADER_BYTES = 14;

	private static final int INFO_HEADER_BYTES = 40;

	private static final int MOST_PALETTE_BYTES = 4 * 256;

	private static final int NOT_COMPRESSED = 0;

	/** Rows are filled up to so many bits. */
	private static final long ROW_BITS = 32;

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		file.order(ByteOrder.LITTLE_ENDIAN);
		int bits = file.u16(28);
		long rowBytes = (Math.abs((long) file.s32(18)) * bits + ROW_BITS - 1) / ROW_BITS * (ROW_BITS / 8);
		long pixelBytes = rowBytes * Math.abs((long) file.s32(22));
		long start = file.u32(10);
		int paletteBytes = (bits <= 8) ? MOST_PALETTE_BYTES : 0;
		blocks.unsearched = file.u32(14) != INFO_HEADER_BYTES || file.u32(30) != NOT_COMPRESSED
				|| start > FILE_HEADER_BYTES + INFO_HEADER_BYTES + paletteBytes || start + pixelBytes < file.size();
	}

}
