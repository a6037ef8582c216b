package org.imageingest.engine.privacy;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;

/**
 * Chooses what of a file of one format is copied.
 */
interface FileRewriter {

	/**
	 * Copies the file in parts, from its start to the end of its picture.
	 * @param file the file
	 * @param copy receives the parts
	 * @throws org.imageingest.engine.file.MalformedFileException if its parts do not fit
	 * together
	 * @throws IOException if the file cannot be read, or the copy cannot be written
	 */
	void rewrite(BoundedFile file, PartialCopy copy) throws IOException;

}
