package org.imageingest.source.job;

import java.util.Locale;

/**
 * State of a job as clients see it.
 */
public enum JobState {

	/** Accepted; the pipeline works on it. */
	PROCESSING,

	/** Its image is published. */
	COMPLETED,

	/** It ended with a problem. */
	FAILED,

	/** Called off; the pipeline has not answered yet. */
	CANCELLING,

	/** Called off; nothing was published by it. */
	CANCELLED;

	/**
	 * Returns the name used in database and API.
	 * @return lower case
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static JobState ofCode(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}
