package org.imageingest.engine.worker;

import java.io.IOException;

/**
 * Workers are busy, or being replaced.
 */
public class NoIdleWorkerException extends IOException {

	NoIdleWorkerException() {
		super("Workers are busy or being replaced");
	}

}
