package org.imageingest.engine.portable;

import java.io.IOException;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;

/**
 * Decodes one format.
 */
interface PictureDecoder {

	/**
	 * Decodes the picture, or the first full frame of an animation.
	 * @param source the photo
	 * @param pixels receives its pixels
	 * @return what their values mean
	 * @throws CorruptPictureException if the file is not a whole picture, which may show
	 * only after its pixels
	 * @throws UnsupportedPictureException if the picture is of a kind that the decoder
	 * lacks
	 * @throws IOException if the file cannot be read
	 */
	SourceColours decode(SourcePicture source, RowSink pixels) throws IOException;

}
