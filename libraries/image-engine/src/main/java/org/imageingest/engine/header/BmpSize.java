package org.imageingest.engine.header;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Size of a bitmap: BITMAPCOREHEADER or one of its successors. A negative height means
 * rows from the top.
 */
final class BmpSize implements SizeReader {

	private static final int CORE_HEADER_BYTES = 12;

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		bytes.order(ByteOrder.LITTLE_ENDIAN);
		if (bytes.u32(14) == CORE_HEADER_BYTES) {
			return new ImageSize(bytes.u16(18), bytes.u16(20));
		}
		if (bytes.s32(18) < 0) {
			throw new MalformedFileException("its width is negative");
		}
		return new ImageSize(bytes.s32(18), Math.abs((long) bytes.s32(22)));
	}

}
