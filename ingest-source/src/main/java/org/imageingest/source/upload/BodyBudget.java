package org.imageingest.source.upload;

/**
 * What may still be read of a request. While it is taken, passing the limit stops it;
 * once it is refused, it is read on a little further.
 */
final class BodyBudget {

	private final CountedBody body;

	private final BodyLimit limit;

	private long left;

	private boolean refused;

	BodyBudget(CountedBody body, BodyLimit limit) {
		this.body = body;
		this.limit = limit;
		// Of contents, not of the body: where reading stops must not depend on the
		// boundary that the client drew, nor on the pieces that the body came in.
		this.left = limit.drainBytes();
	}

	int most(int length) {
		return (int) Math.min(length, this.left);
	}

	void spend(int bytes) {
		this.left -= bytes;
	}

	/**
	 * Stops the reader of a request that turns out too large.
	 * @throws BodyTooLargeException once, until the request is refused
	 */
	void check() {
		if (!this.refused && this.body.bytes() > this.limit.bytes()) {
			throw new BodyTooLargeException(this.limit.exceeded(this.body.bytes(), false));
		}
	}

	void refuse() {
		this.refused = true;
	}

	boolean isSpent() {
		return this.left == 0 || this.body.bytes() >= 2 * this.limit.drainBytes();
	}

}
