package org.imageingest.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object being streamed.
 *
 * @param stream its bytes
 * @param contentType media type
 * @param bytes size in bytes
 */
public record OpenObject(InputStream stream, String contentType, long bytes) implements AutoCloseable {

	@Override
	public void close() throws IOException {
		this.stream.close();
	}

}
