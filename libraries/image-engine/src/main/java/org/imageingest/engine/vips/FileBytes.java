package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in native memory, for a decoder that shall see other bytes than are on the disk.
 */
final class FileBytes {

	private static final long CHUNK_BYTES = 1 << 30;

	private FileBytes() {
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @param spareBytes room behind its end
	 * @param arena where the bytes live
	 * @return the bytes, and the room, which is zeroed
	 * @throws IOException if it cannot be read
	 */
	static MemorySegment read(Path file, int spareBytes, Arena arena) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long size = channel.size();
			MemorySegment bytes = arena.allocate(size + spareBytes);
			long at = 0;
			while (at < size) {
				int read = channel.read(bytes.asSlice(at, Math.min(CHUNK_BYTES, size - at)).asByteBuffer());
				if (read < 0) {
					throw new IOException("The file became shorter while it was read");
				}
				at += read;
			}
			return bytes;
		}
	}

}
