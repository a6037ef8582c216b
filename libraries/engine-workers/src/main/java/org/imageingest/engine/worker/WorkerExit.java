package org.imageingest.engine.worker;

/**
 * Exit codes of workers.
 */
final class WorkerExit {

	/** Standard input ended. */
	static final int ASKED_TO_END = 0;

	/** Code of {@code -XX:+ExitOnOutOfMemoryError}. */
	static final int OUT_OF_HEAP = 3;

	/** Memory besides the heap ran out. */
	static final int OUT_OF_MEMORY = 5;

	/** It did not start, or its engine threw an error. */
	static final int FAILED = 6;

	private WorkerExit() {
	}

}
