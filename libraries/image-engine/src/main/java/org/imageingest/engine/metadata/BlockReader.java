package org.imageingest.engine.metadata;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;

/**
 * Finds the blocks of metadata in one kind of container.
 */
interface BlockReader {

	/**
	 * Reads what is there. On a malformed container the blocks found before stay.
	 * @param file the file
	 * @param blocks receives what is found
	 * @throws IOException if the file cannot be read
	 * @throws org.imageingest.engine.file.MalformedFileException if the container is
	 * broken
	 */
	void read(BoundedFile file, MetadataBlocks blocks) throws IOException;

}
