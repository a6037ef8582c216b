package org.imageingest.data;

import org.jspecify.annotations.Nullable;

/**
 * Stops the start for a reason that a person can act on; its message is all they need to
 * read.
 */
public class StartException extends RuntimeException {

	public StartException(String message) {
		super(message);
	}

	public StartException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
