package org.imageingest.engine.metadata;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.imageingest.engine.file.MalformedFileException;

/**
 * Inflates small blocks; a few bytes may otherwise grow to gigabytes.
 */
final class BoundedInflater {

	/** The largest real colour profiles have about 3 MiB. */
	private static final int MAX_BYTES = 8 * 1024 * 1024;

	private BoundedInflater() {
	}

	static byte[] inflate(byte[] bytes, int from) throws IOException {
		try (InflaterInputStream inflated = new InflaterInputStream(
				new ByteArrayInputStream(bytes, from, bytes.length - from))) {
			byte[] content = inflated.readNBytes(MAX_BYTES + 1);
			if (content.length > MAX_BYTES) {
				throw new MalformedFileException("a compressed block is too large");
			}
			return content;
		}
		catch (ZipException | EOFException ex) {
			throw new MalformedFileException("a compressed block is broken");
		}
	}

}
