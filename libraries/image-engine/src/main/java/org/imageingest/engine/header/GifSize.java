package org.imageingest.engine.header;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;

/**
 * Size of a GIF: the logical screen (GIF89a, 18), which every frame is drawn on.
 */
final class GifSize implements SizeReader {

	@Override
	public ImageSize read(BoundedFile bytes) throws IOException {
		bytes.order(ByteOrder.LITTLE_ENDIAN);
		return new ImageSize(bytes.u16(6), bytes.u16(8));
	}

}
