package org.imageingest.engine.vips;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes the picture out of a WebP and leaves everything else: libvips 8.14 writes an EXIF
 * block of its own into every WebP, even where it is told to write none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649, section 2.7</a>
 */
final class WebpPicture {

	private static final int RIFF_HEADER_BYTES = 12;

	private static final int CHUNK_HEADER_BYTES = 8;

	private static final String EXTENDED = "VP8X";

	private static final byte ALPHA_FLAG = 0x10;

	private static final Set<String> KEPT = Set.of(EXTENDED, "VP8 ", "VP8L", "ALPH");

	private WebpPicture() {
	}

	/**
	 * Returns a file with the picture alone.
	 * @param webp a WebP that an encoder made
	 * @return the same picture in a file without metadata
	 */
	static byte[] only(byte[] webp) {
		ByteBuffer file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
		ByteArrayOutputStream picture = new ByteArrayOutputStream(webp.length);
		picture.write(webp, 0, RIFF_HEADER_BYTES);
		int at = RIFF_HEADER_BYTES;
		while (at + CHUNK_HEADER_BYTES <= webp.length) {
			String type = new String(webp, at, 4, StandardCharsets.ISO_8859_1);
			int length = file.getInt(at + 4);
			// Chunks start at even places
			int next = at + CHUNK_HEADER_BYTES + length + (length & 1);
			boolean needed = KEPT.contains(type);
			if (type.equals(EXTENDED)) {
				webp[at + CHUNK_HEADER_BYTES] &= ALPHA_FLAG;
				needed = webp[at + CHUNK_HEADER_BYTES] != 0;
			}
			if (needed) {
				picture.write(webp, at, next - at);
			}
			at = next;
		}
		byte[] only = picture.toByteArray();
		ByteBuffer.wrap(only).order(ByteOrder.LITTLE_ENDIAN).putInt(4, only.length - CHUNK_HEADER_BYTES);
		return only;
	}

}
