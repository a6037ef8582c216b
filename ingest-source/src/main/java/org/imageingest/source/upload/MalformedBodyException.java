package org.imageingest.source.upload;

import java.io.IOException;

/**
 * Thrown when a body is not what its content type says.
 */
final class MalformedBodyException extends IOException {

	private static final long serialVersionUID = 1;

	MalformedBodyException(Throwable cause) {
		super(cause);
	}

}
