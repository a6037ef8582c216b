package org.imageingest.engine.metadata;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;

/**
 * Walks the blocks of a GIF (GIF89a, appendix B) to see whether there are several frames
 * and comments.
 */
final class GifBlocks implements BlockReader {

	private static final int IMAGE = 0x2C;

	private static final int EXTENSION = 0x21;

	private static final int COMMENT = 0xFE;

	private static final int APPLICATION = 0xFF;

	/** Name and code of the application, behind their length (XMP part 3, 1.1.2). */
	private static final String XMP = "\013XMP DataXMP";

	private static final int TABLE_FLAG = 0x80;

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		file.order(ByteOrder.LITTLE_ENDIAN);
		long at = 13L + tableBytes(file.u8(10));
		int frames = 0;
		while (at < file.size() && frames < 2) {
			int type = file.u8(at);
			if (type == IMAGE) {
				frames++;
				at += 11L + tableBytes(file.u8(at + 9));
			}
			else if (type == EXTENSION) {
				int label = file.u8(at + 1);
				blocks.comment |= label == COMMENT;
				blocks.furtherXmp |= label == APPLICATION && file.ascii(at + 2, XMP.length()).equals(XMP);
				at += 2;
			}
			else {
				break;
			}
			at = afterSubBlocks(file, at);
		}
		blocks.animated = frames > 1;
	}

	private static long afterSubBlocks(BoundedFile file, long start) throws IOException {
		long at = start;
		int length = file.u8(at);
		while (length != 0) {
			at += 1L + length;
			length = file.u8(at);
		}
		return at + 1;
	}

	private static int tableBytes(int flags) {
		return ((flags & TABLE_FLAG) != 0) ? 3 << ((flags & 7) + 1) : 0;
	}

}
