package org.imageingest.engine.vips;

import java.util.Locale;

/**
 * An operation of libvips failed. The message is what libvips and the decoder behind it
 * said.
 */
final class VipsException extends RuntimeException {

	VipsException(String message) {
		super(message);
	}

	/**
	 * Tells whether the decoder gave up because it lacks what the picture needs, by the
	 * words of libjpeg, libtiff and libheif. The last one does not see items of types
	 * that it does not know, and then misses the one that the file names.
	 * @return true if another decoder may take the picture
	 */
	boolean isUnsupported() {
		String said = said();
		return said.contains("unsupported") || said.contains("not supported") || said.contains("not configured")
				|| said.contains("not implemented") || said.contains("references a non-existing image");
	}

	/**
	 * Tells whether memory ran out, which may work later.
	 * @return true if it did
	 */
	boolean isOutOfMemory() {
		return said().contains("out of memory");
	}

	private String said() {
		return String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
	}

}
