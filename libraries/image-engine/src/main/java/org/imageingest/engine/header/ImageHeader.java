package org.imageingest.engine.header;

import org.imageingest.engine.format.ImageFormat;

/**
 * What a file says about its picture before anything is decoded.
 *
 * @param format detected by content
 * @param storedWidth width in pixels as stored; 0 if a camera RAW does not tell it where
 * it can be read cheaply
 * @param storedHeight height in pixels as stored; 0 together with the width
 */
public record ImageHeader(ImageFormat format, int storedWidth, int storedHeight) {

	/**
	 * Returns how many pixels the picture has.
	 * @return width times height, 0 if unknown
	 */
	public long pixels() {
		return (long) this.storedWidth * this.storedHeight;
	}

}
