package org.imageingest.engine.portable;

import org.jspecify.annotations.Nullable;

/**
 * A valid picture of a kind that this engine's decoders lack.
 */
class UnsupportedPictureException extends RuntimeException {

	UnsupportedPictureException(@Nullable Throwable cause) {
		super(cause);
	}

}
