package org.imageingest.engine.raw;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A JPEG inside a camera RAW.
 *
 * @param offset where it starts in the RAW
 * @param length bytes; there may be padding at the end
 * @param width stored width in pixels, by its own frame header
 * @param height stored height in pixels
 * @param adobeRgb true if the RAW says that its colours are Adobe RGB (DNG 1.7.1,
 * PreviewColorSpace)
 */
public record EmbeddedPreview(long offset, long length, int width, int height, boolean adobeRgb) {

	/**
	 * Returns how many pixels it has.
	 * @return width times height
	 */
	public long pixels() {
		return (long) this.width * this.height;
	}

	public int longSide() {
		return Math.max(this.width, this.height);
	}

	/**
	 * Copies it into a file of its own.
	 * @param raw the RAW
	 * @param target existing file that is written over
	 * @throws IOException if one of them cannot be read or written
	 */
	public void copy(Path raw, Path target) throws IOException {
		try (FileChannel from = FileChannel.open(raw, StandardOpenOption.READ);
				FileChannel to = FileChannel.open(target, StandardOpenOption.WRITE,
						StandardOpenOption.TRUNCATE_EXISTING)) {
			long copied = 0;
			while (copied < this.length) {
				long count = from.transferTo(this.offset + copied, this.length - copied, to);
				if (count <= 0) {
					throw new IOException("The file became shorter while it was read");
				}
				copied += count;
			}
		}
	}

}
