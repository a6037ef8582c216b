package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.engine.format.ImageFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An uploaded file on disk. Closing it removes it.
 *
 * @param file where it lies
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256
 * @param format format judged by content
 */
record ReceivedFile(Path file, long bytes, String sha256, ImageFormat format) implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ReceivedFile.class);

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
