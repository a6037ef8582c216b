package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.format.ImageFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A photo that was read from a request and found good. Closing it removes its file.
 *
 * @param file where its bytes lie
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256
 * @param format format judged by content
 * @param filename display text
 * @param tags the client's tags
 */
record Upload(Path file, long bytes, String sha256, ImageFormat format, String filename,
		List<String> tags) implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Upload.class);

	/** Never throws: at this point the photo may be accepted already. */
	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			logger.warn("{} stays until the next start", this.file, ex);
		}
	}

}
