package org.imageingest.engine.header;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Size of a JPEG: walks the marker segments up to the frame header (ITU-T T.81, B.2.2).
 */
final class JpegSize implements SizeReader {

	private static final int START_OF_SCAN = 0xDA;

	private static final int END_OF_IMAGE = 0xD9;

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		long at = 2;
		while (true) {
			// Fill bytes and stray bytes between segments are skipped, as decoders do
			while (bytes.u8(at) != 0xFF || bytes.u8(at + 1) == 0xFF || bytes.u8(at + 1) == 0) {
				at++;
			}
			int marker = bytes.u8(at + 1);
			at += 2;
			if (isFrame(marker)) {
				return new ImageSize(bytes.u16(at + 5), bytes.u16(at + 3));
			}
			if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
				throw new MalformedFileException("it has no frame header");
			}
			if (hasLength(marker)) {
				at += Math.max(2, bytes.u16(at));
			}
		}
	}

	static boolean isFrame(int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
	}

	static boolean hasLength(int marker) {
		return marker != 0x01 && (marker < 0xD0 || marker > 0xD8);
	}

}
