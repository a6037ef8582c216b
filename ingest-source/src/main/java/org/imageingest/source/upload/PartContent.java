package org.imageingest.source.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content of one part. It digests what is read of it, and stops where the request as
 * a whole is too large.
 */
final class PartContent extends FilterInputStream {

	private final MessageDigest digest = newSha256();

	private final BodyBudget budget;

	private boolean heading;

	PartContent(InputStream in, BodyBudget budget) {
		super(in);
		this.budget = budget;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int most = this.budget.most(length);
		if (most == 0) {
			// A read of nothing is no end; the JDK's own readers make such reads.
			return (length == 0) ? 0 : -1;
		}
		int held = super.read(buffer, offset, most);
		if (held > 0) {
			this.digest.update(buffer, offset, held);
			this.budget.spend(held);
			if (!this.heading) {
				this.budget.check();
			}
		}
		return held;
	}

	/**
	 * Reads the first bytes, which are few: they come whole, even where the request turns
	 * out too large.
	 * @param most most bytes
	 * @return the bytes
	 * @throws IOException if the stream breaks
	 */
	byte[] head(int most) throws IOException {
		this.heading = true;
		try {
			return readNBytes(most);
		}
		finally {
			this.heading = false;
		}
	}

	/**
	 * Returns the digest of what was read so far.
	 * @return lower-case hexadecimal SHA-256
	 */
	String sha256() {
		try {
			return HexFormat.of().formatHex(((MessageDigest) this.digest.clone()).digest());
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("The SHA-256 of every JDK can be copied", ex);
		}
	}

	private static MessageDigest newSha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
