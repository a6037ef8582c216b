package org.imageingest.engine.header;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Reads the size of a picture from the header of one format.
 */
interface SizeReader {

	/**
	 * Reads the size as stored.
	 * @param bytes the file
	 * @return the size, of which a side may be 0 in a broken file
	 * @throws MalformedFileException if there is none
	 */
	ImageSize read(BoundedFile bytes) throws IOException;

}
