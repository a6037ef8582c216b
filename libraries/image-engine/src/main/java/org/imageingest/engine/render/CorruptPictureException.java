package org.imageingest.engine.render;

import org.jspecify.annotations.Nullable;

/**
 * The pixel data cannot be decoded, or not wholly. The message is told to clients and
 * ends the sentence "The file is not a whole picture: ...".
 */
public class CorruptPictureException extends RuntimeException {

	/**
	 * Makes the exception.
	 * @param reason what is wrong with the file
	 * @param cause what the decoder said
	 */
	public CorruptPictureException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}
