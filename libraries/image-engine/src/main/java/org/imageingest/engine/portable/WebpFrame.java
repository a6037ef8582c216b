package org.imageingest.engine.portable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.imageingest.engine.render.CorruptPictureException;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of an animated WebP (RFC 9649, section 2.7.1.1).
 *
 * @param left place on the canvas in pixels
 * @param top place on the canvas in pixels
 * @param still the frame as a file of its own
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebpFrame(int left, int top, byte[] still) {

	private static final int RIFF_HEADER_BYTES = 12;

	private static final int CHUNK_HEADER_BYTES = 8;

	private static final int FRAME_HEADER_BYTES = 16;

	private static final int EXTENDED_BYTES = 10;

	private static final byte ALPHA_FLAG = 0x10;

	/**
	 * Finds the first frame.
	 * @param file a WebP
	 * @return null if the file is a still
	 * @throws CorruptPictureException if a chunk ends outside the file
	 */
	static @Nullable WebpFrame first(byte[] file) {
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		long at = RIFF_HEADER_BYTES;
		while (at + CHUNK_HEADER_BYTES <= file.length) {
			String type = new String(file, (int) at, 4, StandardCharsets.ISO_8859_1);
			long length = bytes.getInt((int) at + 4) & 0xFFFFFFFFL;
			long content = at + CHUNK_HEADER_BYTES;
			if (type.equals("ANMF")) {
				if (content + length > file.length || length < FRAME_HEADER_BYTES) {
					throw new CorruptPictureException("its first frame is cut off", null);
				}
				return of(bytes, (int) content, (int) length);
			}
			at = content + length + (length & 1);
		}
		return null;
	}

	private static WebpFrame of(ByteBuffer bytes, int at, int length) {
		int dataBytes = length - FRAME_HEADER_BYTES;
		int stillBytes = RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES + EXTENDED_BYTES + dataBytes;
		ByteBuffer still = ByteBuffer.allocate(stillBytes).order(ByteOrder.LITTLE_ENDIAN);
		still.put(ascii("RIFF")).putInt(stillBytes - CHUNK_HEADER_BYTES).put(ascii("WEBP"));
		still.put(ascii("VP8X")).putInt(EXTENDED_BYTES).put(ALPHA_FLAG).put(new byte[3]);
		still.put(bytes.slice(at + 6, 6));
		still.put(bytes.slice(at + FRAME_HEADER_BYTES, dataBytes));
		// Offsets are stored halved
		return new WebpFrame(2 * u24(bytes, at), 2 * u24(bytes, at + 3), still.array());
	}

	private static int u24(ByteBuffer bytes, int at) {
		return (bytes.getShort(at) & 0xFFFF) | (bytes.get(at + 2) & 0xFF) << 16;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
