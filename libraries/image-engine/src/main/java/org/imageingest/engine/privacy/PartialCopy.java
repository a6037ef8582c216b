package org.imageingest.engine.privacy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A copy of parts of a file, with other bytes between them. Nothing is written while all
 * of the file has been kept.
 */
final class PartialCopy implements Closeable {

	private final FileChannel original;

	private final long size;

	private final Path target;

	private @Nullable FileChannel copy;

	/** The part that is kept and not written yet. */
	private long keptFrom;

	private long keptTo;

	PartialCopy(Path original, Path target) throws IOException {
		this.original = FileChannel.open(original, StandardOpenOption.READ);
		this.size = this.original.size();
		this.target = target;
	}

	/**
	 * Keeps a part of the file.
	 * @param from where it starts
	 * @param to where it ends
	 * @throws IOException if the copy cannot be written
	 */
	void keep(long from, long to) throws IOException {
		if (from != this.keptTo) {
			flush();
			this.keptFrom = from;
		}
		this.keptTo = to;
	}

	/**
	 * Adds bytes that are not in the file.
	 * @param bytes the bytes
	 * @throws IOException if the copy cannot be written
	 */
	void add(byte[] bytes) throws IOException {
		flush();
		write(copy(), ByteBuffer.wrap(bytes), copy().position());
		copy().position(copy().position() + bytes.length);
	}

	/**
	 * Changes bytes of the copy.
	 * @param at where in the copy
	 * @param bytes the bytes, all of them within it
	 * @throws IOException if the copy cannot be written
	 */
	void change(long at, byte[] bytes) throws IOException {
		flush();
		write(copy(), ByteBuffer.wrap(bytes), at);
	}

	/**
	 * Returns how long the copy is, all that is kept included.
	 * @return bytes
	 * @throws IOException if the copy cannot be asked
	 */
	long length() throws IOException {
		return ((this.copy != null) ? this.copy.position() : 0) + this.keptTo - this.keptFrom;
	}

	/**
	 * Tells whether the copy would be the file itself.
	 * @return true if nothing was left out or added
	 */
	boolean isEverything() {
		return this.copy == null && this.keptFrom == 0 && this.keptTo == this.size;
	}

	/**
	 * Writes what is not written yet.
	 * @throws IOException if the copy cannot be written
	 */
	void finish() throws IOException {
		flush();
	}

	/** Afterwards the part is empty, and what follows it still continues it. */
	private void flush() throws IOException {
		while (this.keptFrom < this.keptTo) {
			long copied = this.original.transferTo(this.keptFrom, this.keptTo - this.keptFrom, copy());
			if (copied <= 0) {
				throw new IOException("The file became shorter while it was copied");
			}
			this.keptFrom += copied;
		}
	}

	private FileChannel copy() throws IOException {
		FileChannel channel = this.copy;
		if (channel == null) {
			channel = FileChannel.open(this.target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			this.copy = channel;
		}
		return channel;
	}

	private static void write(FileChannel channel, ByteBuffer bytes, long start) throws IOException {
		long at = start;
		while (bytes.hasRemaining()) {
			at += channel.write(bytes, at);
		}
	}

	@Override
	public void close() throws IOException {
		this.original.close();
		if (this.copy != null) {
			this.copy.close();
		}
	}

}
