package org.imageingest.source.upload;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A photo that was read from a request and found good. Closing it removes its files.
 *
 * @param image the photo
 * @param preview a JPEG of the same scene, only with a camera RAW
 * @param filename display text
 * @param tags the client's tags
 * @param keepLocation whether the client wants its position kept
 */
record Upload(ReceivedFile image, @Nullable ReceivedFile preview, String filename, List<String> tags,
		boolean keepLocation) implements AutoCloseable {

	@Override
	public void close() {
		this.image.close();
		if (this.preview != null) {
			this.preview.close();
		}
	}

}
