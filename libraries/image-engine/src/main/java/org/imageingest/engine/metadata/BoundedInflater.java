package org.imageingest.engine.metadata;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.imageingest.engine.file.MalformedFileException;
import org.jspecify.annotations.Nullable;

/**
 * Inflates small blocks; a few bytes may otherwise grow to gigabytes.
 */
final class BoundedInflater {

	private BoundedInflater() {
	}

	/**
	 * Inflates a block.
	 * @param bytes holds the block
	 * @param from where it starts
	 * @param maxBytes most bytes to inflate to
	 * @return null if it is larger than that
	 * @throws MalformedFileException if it is broken
	 */
	static byte @Nullable [] inflate(byte[] bytes, int from, int maxBytes) throws IOException {
		try (InflaterInputStream inflated = new InflaterInputStream(
				new ByteArrayInputStream(bytes, from, bytes.length - from))) {
			byte[] content = inflated.readNBytes(maxBytes + 1);
			return (content.length > maxBytes) ? null : content;
		}
		catch (ZipException | EOFException ex) {
			throw new MalformedFileException("a compressed block is broken");
		}
	}

}
