package org.imageingest.source.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;

/**
 * The body of a request, which counts what came in.
 */
final class CountedBody extends JakartaServletRequestContext {

	private long bytes;

	CountedBody(HttpServletRequest request) {
		super(request);
	}

	/**
	 * Returns what came in so far.
	 * @return bytes, those between the parts included
	 */
	long bytes() {
		return this.bytes;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new FilterInputStream(super.getInputStream()) {

			@Override
			public int read() throws IOException {
				int value = super.read();
				CountedBody.this.bytes += (value >= 0) ? 1 : 0;
				return value;
			}

			@Override
			public int read(byte[] buffer, int offset, int length) throws IOException {
				int held = super.read(buffer, offset, length);
				CountedBody.this.bytes += Math.max(0, held);
				return held;
			}

		};
	}

}
