package org.imageingest.engine.portable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import javax.imageio.stream.ImageInputStreamImpl;

import org.jspecify.annotations.Nullable;

/**
 * A file as ImageIO wants it. Decoders throw the same exception for broken pictures and
 * for broken disks: this stream remembers which it was.
 */
final class SourceStream extends ImageInputStreamImpl {

	private static final int WINDOW_BYTES = 64 * 1024;

	private final FileChannel channel;

	private final long size;

	private final ByteBuffer start;

	private final long from;

	private final ByteBuffer filled = ByteBuffer.allocate(WINDOW_BYTES);

	private ByteBuffer window;

	private long windowStart;

	private @Nullable IOException failure;

	SourceStream(Path file) throws IOException {
		this(file, new byte[0], 0);
	}

	/**
	 * Opens a file with another start.
	 * @param file the file
	 * @param start the first bytes
	 * @param from where in the file the bytes after these stand
	 * @throws IOException if the file cannot be read
	 */
	SourceStream(Path file, byte[] start, long from) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.READ);
		this.start = ByteBuffer.wrap(start);
		this.window = this.start;
		this.from = from;
		this.size = start.length + this.channel.size() - from;
	}

	/**
	 * Returns why reading the file failed.
	 * @return null if the file itself could always be read
	 */
	@Nullable IOException failure() {
		return this.failure;
	}

	@Override
	public int read() throws IOException {
		checkClosed();
		this.bitOffset = 0;
		if (!fill()) {
			return -1;
		}
		return this.window.get((int) (this.streamPos++ - this.windowStart)) & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		checkClosed();
		this.bitOffset = 0;
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int from = (int) (this.streamPos - this.windowStart);
		int count = Math.min(length, this.window.limit() - from);
		this.window.get(from, target, offset, count);
		this.streamPos += count;
		return count;
	}

	@Override
	public long length() {
		return this.size;
	}

	private boolean fill() throws IOException {
		if (this.streamPos >= this.windowStart && this.streamPos < this.windowStart + this.window.limit()) {
			return true;
		}
		if (this.streamPos >= this.size) {
			return false;
		}
		if (this.streamPos < this.start.limit()) {
			this.window = this.start;
			this.windowStart = 0;
			return true;
		}
		try {
			this.window = this.filled.clear();
			int count = this.channel.read(this.window, this.from + this.streamPos - this.start.limit());
			this.windowStart = this.streamPos;
			this.window.limit(Math.max(0, count));
			return count > 0;
		}
		catch (IOException ex) {
			this.window.limit(0);
			this.failure = ex;
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		super.close();
		this.channel.close();
	}

}
