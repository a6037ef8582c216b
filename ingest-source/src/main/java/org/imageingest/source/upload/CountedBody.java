package org.imageingest.source.upload;

import java.io.FilterInputStream;
import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The body of a request, which counts what came in.
 */
final class CountedBody extends FilterInputStream {

	private long bytes;

	CountedBody(HttpServletRequest request) throws IOException {
		super(request.getInputStream());
	}

	/**
	 * Returns what came in so far.
	 * @return bytes, those between the parts included
	 */
	long bytes() {
		return this.bytes;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		this.bytes += (value >= 0) ? 1 : 0;
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int held = super.read(buffer, offset, length);
		this.bytes += Math.max(0, held);
		return held;
	}

}
