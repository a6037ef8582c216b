package org.imageingest.engine.portable;

/**
 * A valid picture of a kind that this engine's decoders lack.
 */
class UnsupportedPictureException extends RuntimeException {

	UnsupportedPictureException(Throwable cause) {
		super(cause);
	}

}
