package org.imageingest.engine.worker.protocol;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * One message after the other in a stream: four bytes that say where one begins, its
 * length in four bytes, the message.
 */
public final class Frames {

	/** Longest message in bytes; the longest metadata takes a tenth of it. */
	public static final int MAX_LENGTH = 1 << 20;

	private static final int MAGIC = 0x494D4757;

	private static final int HEAD = Integer.BYTES + Integer.BYTES;

	private Frames() {
	}

	/**
	 * Writes a message at once, and flushes it.
	 * @param output the stream
	 * @param message at most {@link #MAX_LENGTH} bytes
	 * @throws ProtocolException if it is longer
	 * @throws IOException if nobody reads any more
	 */
	public static void write(OutputStream output, byte[] message) throws IOException {
		if (message.length > MAX_LENGTH) {
			throw new ProtocolException("A message of " + message.length + " bytes is over the limit of " + MAX_LENGTH);
		}
		output.write(
				ByteBuffer.allocate(HEAD + message.length).putInt(MAGIC).putInt(message.length).put(message).array());
		output.flush();
	}

	/**
	 * Reads the next message.
	 * @param input the stream
	 * @return the message
	 * @throws EOFException if there is none any more
	 * @throws ProtocolException if what comes is no message
	 * @throws IOException if the stream cannot be read
	 */
	public static byte[] read(InputStream input) throws IOException {
		DataInputStream data = new DataInputStream(input);
		int magic = data.readInt();
		if (magic != MAGIC) {
			throw new ProtocolException("A message does not begin with 0x%08X".formatted(magic));
		}
		int length = data.readInt();
		if (length < 0 || length > MAX_LENGTH) {
			throw new ProtocolException("A message of " + length + " bytes is over the limit of " + MAX_LENGTH);
		}
		byte[] message = data.readNBytes(length);
		if (message.length < length) {
			throw new EOFException("A message of " + length + " bytes ends after " + message.length);
		}
		return message;
	}

}
