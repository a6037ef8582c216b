package org.imageingest.engine.vips;

import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.render.TargetSize;

/**
 * A picture whose header was read by its loader. Its pixels are decoded when they are
 * asked for.
 *
 * @param image the picture, as stored
 * @param size its size; the image itself is smaller where it is decoded so
 * @param orientation how it is turned, 1 to 8; 1 where its loader turns it
 * @param colour what its file says about its colours
 */
record OpenPicture(VipsImage image, TargetSize size, int orientation, ColourTags colour) {

	private static final int FIRST_QUARTER_TURN = 5;

	/**
	 * Exchanges width and height where the orientation does. A quarter turn there is one
	 * back.
	 * @param size a size as stored or as displayed
	 * @return the size as displayed or as stored
	 */
	TargetSize turned(TargetSize size) {
		return (this.orientation >= FIRST_QUARTER_TURN) ? size.turned() : size;
	}

}
