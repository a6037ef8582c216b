package org.imageingest.engine.header;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Size of a TIFF, classic or big: the first directory (TIFF 6.0, section 2). Of a RAW:
 * the largest of the first directories and those right below them, because the first is
 * often a thumbnail; nothing if no directory tells.
 */
final class TiffSize implements SizeReader {

	private static final int WIDTH = 0x0100;

	private static final int HEIGHT = 0x0101;

	private static final int SUB_IFDS = 0x014A;

	private static final int BIG_TIFF = 43;

	private static final int MAX_DIRECTORIES = 16;

	private static final int MAX_ENTRIES = 4096;

	private final boolean raw;

	private int left = MAX_DIRECTORIES;

	private boolean big;

	TiffSize(boolean raw) {
		this.raw = raw;
	}

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		bytes.order(bytes.ascii(0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		this.big = bytes.u16(2) == BIG_TIFF;
		long first = this.big ? bytes.s64(8) : bytes.u32(4);
		return this.raw ? largest(bytes, first) : directory(bytes, first).size();
	}

	private ImageSize largest(BoundedFile bytes, long first) throws IOException {
		ImageSize size = ImageSize.UNKNOWN;
		long next = first;
		try {
			while (next != 0 && this.left-- > 0) {
				Directory directory = directory(bytes, next);
				size = size.larger(directory.size());
				for (int i = 0; i < directory.subCount() && this.left-- > 0; i++) {
					long at = (directory.subCount() == 1) ? bytes.u32(directory.subOffset())
							: bytes.u32(bytes.u32(directory.subOffset()) + 4L * i);
					size = size.larger(directory(bytes, at).size());
				}
				next = directory.next();
			}
		}
		catch (MalformedFileException ex) {
			// A RAW is kept as it is: what the readable directories told must do
			return size;
		}
		return size;
	}

	private Directory directory(BoundedFile bytes, long start) throws IOException {
		long count = this.big ? bytes.s64(start) : bytes.u16(start);
		if (count < 0 || count > MAX_ENTRIES) {
			throw new MalformedFileException("its directory has " + count + " entries");
		}
		int entryBytes = this.big ? 20 : 12;
		long at = start + (this.big ? 8 : 2);
		long width = 0;
		long height = 0;
		int subCount = 0;
		long subOffset = 0;
		for (int i = 0; i < count; i++, at += entryBytes) {
			switch (bytes.u16(at)) {
				case WIDTH -> width = value(bytes, at);
				case HEIGHT -> height = value(bytes, at);
				case SUB_IFDS -> {
					subCount = (int) Math.min(MAX_DIRECTORIES, bytes.u32(at + 4));
					subOffset = at + 8;
				}
				default -> {
				}
			}
		}
		return new Directory(new ImageSize(width, height), subCount, subOffset,
				(this.raw && !this.big) ? bytes.u32(at) : 0);
	}

	private long value(BoundedFile bytes, long entry) throws IOException {
		long at = entry + (this.big ? 12 : 8);
		return switch (bytes.u16(entry + 2)) {
			case 1 -> bytes.u8(at);
			case 3 -> bytes.u16(at);
			case 4, 9 -> bytes.u32(at);
			case 16 -> bytes.s64(at) & 0xFFFFFFFFL;
			default -> 0;
		};
	}

	private record Directory(ImageSize size, int subCount, long subOffset, long next) {
	}

}
