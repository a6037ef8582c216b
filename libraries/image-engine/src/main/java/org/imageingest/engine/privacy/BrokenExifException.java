package org.imageingest.engine.privacy;

/**
 * An EXIF block that cannot be followed, so that nobody knows what is where in it.
 */
final class BrokenExifException extends Exception {

	private static final long serialVersionUID = 1L;

	BrokenExifException(String message) {
		super(message);
	}

}
