package org.imageingest.engine.portable;

import java.io.IOException;

/**
 * Decodes one format.
 */
interface PictureDecoder {

	/**
	 * Decodes the picture, or the first full frame of an animation.
	 * @param source the photo
	 * @return its pixels
	 * @throws CorruptPictureException if the file is not a whole picture
	 * @throws IOException if the file cannot be read
	 */
	DecodedPicture decode(SourceFile source) throws IOException;

}
