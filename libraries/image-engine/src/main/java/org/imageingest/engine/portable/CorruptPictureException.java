package org.imageingest.engine.portable;

import org.jspecify.annotations.Nullable;

/**
 * The pixel data cannot be decoded, or not wholly.
 */
class CorruptPictureException extends RuntimeException {

	CorruptPictureException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}
