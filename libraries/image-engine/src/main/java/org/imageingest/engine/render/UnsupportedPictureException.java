package org.imageingest.engine.render;

import org.jspecify.annotations.Nullable;

/**
 * A valid picture of a kind that a renderer lacks; the next one is asked.
 */
public class UnsupportedPictureException extends RuntimeException {

	/**
	 * Makes the exception.
	 * @param kind what the renderer lacks, in words for a log
	 * @param cause what its decoder said
	 */
	public UnsupportedPictureException(String kind, @Nullable Throwable cause) {
		super(kind, cause);
	}

}
