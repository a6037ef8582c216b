package org.imageingest.engine.raw;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;

/**
 * Fujifilm: the header tells offset and length of a JPEG that is as large as the photo,
 * or nearly.
 *
 * @see <a href="https://libopenraw.freedesktop.org/formats/raf/">RAF by libopenraw</a>
 */
final class RafPlaces implements PlaceReader {

	private static final int JPEG_OFFSET = 84;

	private static final int JPEG_LENGTH = 88;

	@Override
	public void read(BoundedFile file, Places places) throws IOException {
		places.add(file.u32(JPEG_OFFSET), file.u32(JPEG_LENGTH));
	}

}
