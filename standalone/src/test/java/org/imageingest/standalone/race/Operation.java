package org.imageingest.standalone.race;

/**
 * What a client did, and between which moments; of the same clock for all.
 *
 * @param kind what
 * @param owner who
 * @param subject tag of an upload or import, job of a cancellation; otherwise empty
 * @param from before it was asked
 * @param to after it was answered
 * @param status HTTP status of the answer; of what bulk jobs do, 200 or 410 (deleted)
 * @param jobId job of an accepted upload, or empty
 */
record Operation(Kind kind, String owner, String subject, long from, long to, int status, String jobId) {

	boolean isAccepted() {
		return this.status >= 200 && this.status < 300;
	}

	/** What is done. */
	enum Kind {

		UPLOAD, CANCEL, DELETE, IMPORT, RENEW

	}

}
