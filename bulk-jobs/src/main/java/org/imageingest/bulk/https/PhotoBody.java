package org.imageingest.bulk.https;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * The bytes of a photo as they come from a web server, which may break off, or send them
 * so slowly that it would hold a job for ever.
 */
final class PhotoBody extends FilterInputStream {

	private final URI uri;

	private final long deadline;

	/**
	 * Wraps the body of an answer.
	 * @param uri where it comes from, for messages
	 * @param in its bytes
	 * @param deadline time in nanoseconds when all of them have to be there
	 */
	PhotoBody(URI uri, InputStream in, long deadline) {
		super(in);
		this.uri = uri;
		this.deadline = deadline;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (System.nanoTime() - this.deadline > 0) {
			throw new ServerFaultException(this.uri + " took longer than bulk.import.time-limit", null);
		}
		try {
			return super.read(buffer, offset, length);
		}
		catch (IOException ex) {
			throw new ServerFaultException(this.uri + " broke off: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Reads nothing on: a body that is not wanted may be endless. The request that it
	 * answers is given up instead.
	 */
	@Override
	public void close() {
	}

}
