package org.imageingest.engine.foreign;

import org.jspecify.annotations.Nullable;

/**
 * A C library, or a function of it, is not on this machine. The message names it.
 */
public class LibraryMissingException extends RuntimeException {

	LibraryMissingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
