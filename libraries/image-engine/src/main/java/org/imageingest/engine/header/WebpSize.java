package org.imageingest.engine.header;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Size of a WebP: lossy, lossless or extended, by the first chunk (RFC 9649, section 2).
 */
final class WebpSize implements SizeReader {

	private static final int LOSSLESS_SIGNATURE = 0x2F;

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		bytes.order(ByteOrder.LITTLE_ENDIAN);
		return switch (bytes.ascii(12, 4)) {
			case "VP8 " -> lossy(bytes);
			case "VP8L" -> lossless(bytes);
			case "VP8X" -> new ImageSize(u24(bytes, 24) + 1L, u24(bytes, 27) + 1L);
			default -> throw new MalformedFileException("its first chunk is not a picture");
		};
	}

	private static ImageSize lossy(BoundedFile bytes) throws IOException {
		if (u24(bytes, 23) != 0x2A019D) {
			throw new MalformedFileException("its VP8 frame has no start code");
		}
		return new ImageSize(bytes.u16(26) & 0x3FFF, bytes.u16(28) & 0x3FFF);
	}

	private static ImageSize lossless(BoundedFile bytes) throws IOException {
		if (bytes.u8(20) != LOSSLESS_SIGNATURE) {
			throw new MalformedFileException("its VP8L stream has no signature");
		}
		int bits = bytes.s32(21);
		return new ImageSize((bits & 0x3FFF) + 1L, (bits >>> 14 & 0x3FFF) + 1L);
	}

	private static int u24(BoundedFile bytes, long at) throws IOException {
		return bytes.u16(at) | bytes.u8(at + 2) << 16;
	}

}
