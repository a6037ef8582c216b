package org.imageingest.bulk.https;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A web server failed in a way that may pass.
 */
class ServerFaultException extends IOException {

	ServerFaultException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
