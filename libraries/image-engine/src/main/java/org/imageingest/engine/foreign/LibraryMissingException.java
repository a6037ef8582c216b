package org.imageingest.engine.foreign;

import org.jspecify.annotations.Nullable;

/**
 * A C library, or a function of it, is not on this machine. The message names it.
 */
public class LibraryMissingException extends RuntimeException {

	/**
	 * Makes the exception.
	 * @param message names the library and what it lacks
	 * @param cause why it could not be loaded
	 */
	public LibraryMissingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
