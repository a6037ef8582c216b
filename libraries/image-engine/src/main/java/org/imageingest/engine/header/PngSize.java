package org.imageingest.engine.header;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Size of a PNG: the IHDR chunk, which comes first (PNG 3rd edition, 11.2.1).
 */
final class PngSize implements SizeReader {

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		if (!bytes.ascii(12, 4).equals("IHDR")) {
			throw new MalformedFileException("it does not start with IHDR");
		}
		return new ImageSize(bytes.u32(16), bytes.u32(20));
	}

}
