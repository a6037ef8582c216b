package org.imageingest.bulk.command;

/**
 * How a command ended, for scripts.
 */
enum ExitCode {

	/** Everything was done; skipped items are in the report. */
	DONE,

	/** The job failed; the same command goes on. */
	FAILED,

	/** The command is not understood, or there is no such source or job. */
	WRONG_USAGE,

	/** The job was asked to stop; the same command goes on. */
	STOPPED,

	/** Another process works on the same. */
	HELD;

	int number() {
		return ordinal();
	}

}
