package org.imageingest.source.idempotency;

import org.springframework.http.ResponseEntity;

/**
 * A request that is being worked on, with or without a key.
 */
public sealed interface IdempotentRequest {

	/**
	 * Returns what is to be told of the body while it is read.
	 * @return an empty fingerprint
	 */
	Fingerprint fingerprint();

	/**
	 * Commits the answer together with what it promises; to be called in that
	 * transaction.
	 * @param answer the answer
	 * @param <T> type of its body
	 * @return the same answer
	 * @throws org.imageingest.model.problem.ProblemException if another request took the
	 * key over, so that nothing may be promised
	 */
	<T> ResponseEntity<T> committing(ResponseEntity<T> answer);

	/**
	 * Without a key nothing is remembered.
	 *
	 * @param fingerprint read by nobody
	 */
	record Keyless(Fingerprint fingerprint) implements IdempotentRequest {

		@Override
		public <T> ResponseEntity<T> committing(ResponseEntity<T> answer) {
			return answer;
		}

	}

	/**
	 * With a key that this request holds.
	 *
	 * @param fingerprint of the body
	 * @param lease the key in hand
	 */
	record Keyed(Fingerprint fingerprint, Lease lease) implements IdempotentRequest {

		@Override
		public <T> ResponseEntity<T> committing(ResponseEntity<T> answer) {
			this.lease.commit(answer, this.fingerprint.value());
			return answer;
		}

	}

}
