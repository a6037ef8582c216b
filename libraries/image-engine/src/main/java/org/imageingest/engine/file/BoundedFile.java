package org.imageingest.engine.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads numbers and blocks from anywhere in a file through one small window, and stops at
 * a fixed amount: headers that need more are an attack. Numbers are big-endian until
 * {@link #order} says otherwise. Every method that takes a position throws
 * {@link MalformedFileException} where the file ends before, or when too much was read.
 */
public final class BoundedFile implements Closeable {

	private static final int WINDOW_BYTES = 4096;

	/** 64 MiB in all, more than any real header needs. */
	private static final long MAX_WINDOWS = 16_384;

	/** Blocks (profiles, EXIF) in all, in bytes. */
	private static final long MAX_BLOCK_BYTES = 16 * 1024 * 1024;

	private final FileChannel channel;

	private final long size;

	private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);

	private long windowStart = -1;

	private long windows;

	private long blockBytes;

	/**
	 * Opens a file.
	 * @param file the file
	 * @throws IOException if it cannot be read
	 */
	public BoundedFile(Path file) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.READ);
		this.size = this.channel.size();
	}

	/**
	 * Returns the size of the file.
	 * @return bytes
	 */
	public long size() {
		return this.size;
	}

	public void order(ByteOrder order) {
		this.window.order(order);
	}

	/**
	 * Reads the first bytes of the file.
	 * @param length most bytes to read
	 * @return as many as there are, up to the length
	 */
	public byte[] head(int length) throws IOException {
		ByteBuffer head = ByteBuffer.allocate((int) Math.min(length, this.size));
		readFully(head, 0);
		return head.array();
	}

	public int u8(long at) throws IOException {
		return this.window.get(require(at, 1)) & 0xFF;
	}

	public int u16(long at) throws IOException {
		return this.window.getShort(require(at, 2)) & 0xFFFF;
	}

	public int s32(long at) throws IOException {
		return this.window.getInt(require(at, 4));
	}

	public long u32(long at) throws IOException {
		return s32(at) & 0xFFFFFFFFL;
	}

	public long s64(long at) throws IOException {
		return this.window.getLong(require(at, 8));
	}

	public String ascii(long at, int length) throws IOException {
		byte[] text = new byte[length];
		this.window.get(require(at, length), text);
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	/**
	 * Searches for a byte, window by window: much faster than byte by byte.
	 * @param value the byte, 0 to 255
	 * @param from where to start
	 * @param end where to stop
	 * @return where it stands, or the end
	 * @throws IOException if the file cannot be read
	 */
	public long indexOf(int value, long from, long end) throws IOException {
		long at = from;
		while (at < end) {
			int index = require(at, 1);
			int limit = (int) Math.min(this.window.limit(), index + end - at);
			byte[] bytes = this.window.array();
			for (int i = index; i < limit; i++) {
				if ((bytes[i] & 0xFF) == value) {
					return at + i - index;
				}
			}
			at += limit - index;
		}
		return end;
	}

	/**
	 * Reads a block.
	 * @param at where it starts
	 * @param length bytes
	 * @return the block
	 * @throws IOException if the file cannot be read
	 */
	public byte[] block(long at, long length) throws IOException {
		this.blockBytes += length;
		if (at < 0 || length < 0 || at + length > this.size || this.blockBytes > MAX_BLOCK_BYTES) {
			throw new MalformedFileException("it ends inside a block, or its blocks are too large");
		}
		ByteBuffer block = ByteBuffer.allocate((int) length);
		readFully(block, at);
		return block.array();
	}

	/**
	 * Moves the window over some bytes.
	 * @return where in the window they start
	 * @throws MalformedFileException if the file ends before, or too much was read
	 */
	private int require(long at, int length) throws IOException {
		if (at < 0 || at + length > this.size) {
			throw new MalformedFileException("it ends inside its header");
		}
		if (this.windowStart < 0 || at < this.windowStart || at + length > this.windowStart + this.window.limit()) {
			fill(at);
		}
		return (int) (at - this.windowStart);
	}

	private void fill(long at) throws IOException {
		// Of a larger file, what one pass over it may take with steps back
		if (++this.windows > Math.max(MAX_WINDOWS, 2 * this.size / WINDOW_BYTES)) {
			throw new MalformedFileException("its header has no end");
		}
		this.windowStart = at;
		this.window.clear();
		this.window.limit((int) Math.min(WINDOW_BYTES, this.size - at));
		readFully(this.window, at);
		this.window.flip();
	}

	private void readFully(ByteBuffer target, long at) throws IOException {
		while (target.hasRemaining()) {
			if (this.channel.read(target, at + target.position()) < 0) {
				throw new IOException("The file became shorter while it was read");
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
