package org.imageingest.source.upload;

import java.io.IOException;

import org.imageingest.model.problem.ProblemException;

/**
 * Takes the parts of a form in their order.
 */
interface PartReader {

	/**
	 * Takes a part.
	 * @param part the part, which need not be read to its end
	 * @throws ProblemException if the whole form is refused for it
	 * @throws IOException if the stream breaks or the disk fails
	 */
	void take(Part part) throws IOException;

}
