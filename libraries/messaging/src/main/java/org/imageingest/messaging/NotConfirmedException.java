package org.imageingest.messaging;

import org.jspecify.annotations.Nullable;

/**
 * The broker did not confirm a message: it refused or returned it, did not answer in
 * time, or cannot be reached. The message may or may not have arrived.
 */
public class NotConfirmedException extends RuntimeException {

	NotConfirmedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
