package org.imageingest.engine.vips;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * The first frame of a GIF (GIF89a, 20).
 */
final class GifFrame {

	private static final int IMAGE = 0x2C;

	private static final int EXTENSION = 0x21;

	private static final int TABLE_FLAG = 0x80;

	private GifFrame() {
	}

	/**
	 * Tells whether the first frame leaves a part of the screen free. Free parts are
	 * transparent, but libvips makes them black where no colour of the file is.
	 * @param path the file
	 * @return false too if there is no frame
	 * @throws IOException if the file cannot be read
	 */
	static boolean leavesScreenFree(Path path) throws IOException {
		try (BoundedFile file = new BoundedFile(path)) {
			file.order(ByteOrder.LITTLE_ENDIAN);
			long at = firstImage(file);
			int right = file.u16(at + 1) + file.u16(at + 5);
			int bottom = file.u16(at + 3) + file.u16(at + 7);
			boolean offset = file.u16(at + 1) > 0 || file.u16(at + 3) > 0;
			return offset || right < file.u16(6) || bottom < file.u16(8);
		}
		catch (MalformedFileException ex) {
			return false;
		}
	}

	private static long firstImage(BoundedFile file) throws IOException {
		long at = 13L + tableBytes(file.u8(10));
		while (file.u8(at) != IMAGE) {
			if (file.u8(at) != EXTENSION) {
				throw new MalformedFileException("it has no frame");
			}
			at += 2;
			while (file.u8(at) != 0) {
				at += 1L + file.u8(at);
			}
			at++;
		}
		return at;
	}

	private static int tableBytes(int flags) {
		return ((flags & TABLE_FLAG) != 0) ? 3 << ((flags & 7) + 1) : 0;
	}

}
