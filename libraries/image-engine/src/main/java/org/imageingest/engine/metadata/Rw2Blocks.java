package org.imageingest.engine.metadata;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;

/**
 * Metadata of a Panasonic RAW: that of the JPEG inside, whose place stands in the first
 * directory.
 */
final class Rw2Blocks implements BlockReader {

	private static final int JPG_FROM_RAW = 0x002E;

	private static final int ENTRY_BYTES = 12;

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		file.order(ByteOrder.LITTLE_ENDIAN);
		long directory = file.u32(4);
		int count = file.u16(directory);
		for (int i = 0; i < count; i++) {
			long entry = directory + 2 + (long) ENTRY_BYTES * i;
			if (file.u16(entry) == JPG_FROM_RAW) {
				long start = file.u32(entry + 8);
				file.order(ByteOrder.BIG_ENDIAN);
				new JpegBlocks(start).read(file, blocks);
				return;
			}
		}
	}

}
