package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * A JPEG as its decoder gets it: without metadata, which libraries stumble over and which
 * was read already, and with an end mark, without which a picture may be whole all the
 * same (ITU-T T.81, annex B).
 */
final class JpegBytes {

	private static final ValueLayout.OfShort LENGTH = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

	private static final int MARK = 0xFF;

	private static final int FIRST_WITH_LENGTH = 0xC0;

	private static final int RESTART = 0xD0;

	private static final int END_OF_IMAGE = 0xD9;

	private static final int START_OF_SCAN = 0xDA;

	/** Says JFIF, and with it what the colours are. */
	private static final int APP0 = 0xE0;

	/** Adobe's, which says what the colours are. */
	private static final int APP14 = 0xEE;

	private static final int APP15 = 0xEF;

	private static final int COMMENT = 0xFE;

	private static final byte[] START = { (byte) MARK, (byte) 0xD8 };

	private static final byte[] END = { (byte) MARK, (byte) END_OF_IMAGE };

	private JpegBytes() {
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @param arena where the bytes live
	 * @return the bytes
	 * @throws IOException if it cannot be read
	 */
	static MemorySegment read(Path file, Arena arena) throws IOException {
		MemorySegment bytes = FileBytes.read(file, END.length, arena);
		MemorySegment.copy(END, 0, bytes, JAVA_BYTE, bytes.byteSize() - END.length, END.length);
		return withoutMetadata(bytes);
	}

	/**
	 * Moves the segments that count up to the first scan, which stays where it is. Leaves
	 * a file alone whose segments do not follow each other.
	 */
	private static MemorySegment withoutMetadata(MemorySegment bytes) {
		Deque<MemorySegment> kept = new ArrayDeque<>();
		long at = 2;
		while (at + 4 <= bytes.byteSize() && u8(bytes, at) == MARK) {
			int marker = u8(bytes, at + 1);
			if (marker == START_OF_SCAN) {
				return joined(bytes, kept, at);
			}
			long length = 2 + (bytes.get(LENGTH, at + 2) & 0xFFFF);
			boolean hasLength = marker >= FIRST_WITH_LENGTH && (marker < RESTART || marker > END_OF_IMAGE)
					&& marker != MARK;
			if (!hasLength || length < 4 || at + length > bytes.byteSize()) {
				return bytes;
			}
			if (counts(marker)) {
				kept.push(bytes.asSlice(at, length));
			}
			at += length;
		}
		return bytes;
	}

	private static MemorySegment joined(MemorySegment bytes, Deque<MemorySegment> kept, long scan) {
		long to = scan;
		while (!kept.isEmpty()) {
			MemorySegment segment = kept.pop();
			to -= segment.byteSize();
			MemorySegment.copy(segment, 0, bytes, to, segment.byteSize());
		}
		to -= START.length;
		MemorySegment.copy(START, 0, bytes, JAVA_BYTE, to, START.length);
		return bytes.asSlice(to);
	}

	private static boolean counts(int marker) {
		boolean metadata = marker == COMMENT || (marker >= APP0 && marker <= APP15);
		return !metadata || marker == APP0 || marker == APP14;
	}

	private static int u8(MemorySegment bytes, long at) {
		return bytes.get(JAVA_BYTE, at) & 0xFF;
	}

}
