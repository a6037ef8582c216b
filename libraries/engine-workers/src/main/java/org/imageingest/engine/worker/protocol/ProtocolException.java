package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * The other end said something that is not of this protocol.
 */
public class ProtocolException extends IOException {

	public ProtocolException(String message) {
		super(message);
	}

	public ProtocolException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
