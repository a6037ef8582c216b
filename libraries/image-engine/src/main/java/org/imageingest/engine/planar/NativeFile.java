package org.imageingest.engine.planar;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Brings files into native memory and back. Read, not mapped: a mapped file that shrinks
 * kills the process.
 */
final class NativeFile {

	private NativeFile() {
	}

	static MemorySegment read(Path file, ReusableMemory memory) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			MemorySegment content = memory.of(channel.size());
			ByteBuffer buffer = content.asByteBuffer();
			while (buffer.hasRemaining()) {
				if (channel.read(buffer) < 0) {
					throw new EOFException(file + " became shorter while it was read");
				}
			}
			return content;
		}
	}

	static void write(Path file, MemorySegment content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
			ByteBuffer buffer = content.asByteBuffer();
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
	}

}
