package org.imageingest.source.upload;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;

/**
 * How much of a request's body is taken.
 *
 * @param bytes most bytes of a body that is taken
 * @param drainBytes most bytes that are read of a body that is refused: many clients send
 * everything before they read the answer
 * @param problem what a larger body is told
 */
record BodyLimit(long bytes, long drainBytes, ProblemType problem) {

	Problem exceeded(long actual, boolean whole) {
		return Problem.overLimit(this.problem,
				"The request has " + (whole ? "" : "at least ") + actual + " bytes, the limit is " + this.bytes,
				this.bytes, actual);
	}

}
