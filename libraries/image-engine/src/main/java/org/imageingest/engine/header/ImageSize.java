package org.imageingest.engine.header;

/**
 * Width and height in pixels, as large as formats can state them.
 *
 * @param width unsigned
 * @param height unsigned
 */
record ImageSize(long width, long height) {

	/** A size that the format keeps where it cannot be read cheaply. */
	static final ImageSize UNKNOWN = new ImageSize(0, 0);

	ImageSize larger(ImageSize other) {
		return (pixels() >= other.pixels()) ? this : other;
	}

	/**
	 * Returns the area; sizes of more than 32 bits a side do not exist in any format.
	 * @return pixels
	 */
	long pixels() {
		return Math.multiplyHigh(this.width, this.height) == 0 && this.width * this.height >= 0
				? this.width * this.height : Long.MAX_VALUE;
	}

}
