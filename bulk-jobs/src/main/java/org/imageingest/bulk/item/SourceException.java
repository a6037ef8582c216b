package org.imageingest.bulk.item;

/**
 * A source that cannot be imported as it is, told in words for the operator.
 */
public class SourceException extends RuntimeException {

	public SourceException(String message) {
		super(message);
	}

	public SourceException(String message, Throwable cause) {
		super(message, cause);
	}

}
