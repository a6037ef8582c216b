package org.imageingest.bulk.item;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * The lines of a manifest.
 */
interface ManifestRows {

	/**
	 * Reads the manifest line by line, as the stream is read.
	 * @return its rows, without empty lines and header; to be closed
	 * @throws IOException if it cannot be read
	 * @throws SourceException if it is no manifest
	 */
	Stream<ManifestRow> open() throws IOException;

}
