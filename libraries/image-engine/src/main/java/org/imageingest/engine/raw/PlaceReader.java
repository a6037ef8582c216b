package org.imageingest.engine.raw;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;

/**
 * Finds the places of JPEGs in one family of RAW formats.
 */
interface PlaceReader {

	/**
	 * Reads what the file tells. On a malformed file the places found before stay.
	 * @param file the RAW
	 * @param places receives what is found
	 * @throws IOException if the file cannot be read
	 * @throws org.imageingest.engine.file.MalformedFileException if the file is broken
	 */
	void read(BoundedFile file, Places places) throws IOException;

}
