package org.imageingest.engine.metadata;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;

/**
 * Metadata of a Fujifilm RAW: that of the JPEG inside, whose place stands in the header.
 */
final class RafBlocks implements BlockReader {

	private static final int JPEG_OFFSET = 84;

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		new JpegBlocks(file.u32(JPEG_OFFSET)).read(file, blocks);
	}

}
