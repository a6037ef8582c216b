package org.imageingest.standalone.operator;

import org.jspecify.annotations.Nullable;

/**
 * The service did not do what was asked; the message is all that a person needs to read.
 */
final class RefusedException extends RuntimeException {

	RefusedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
