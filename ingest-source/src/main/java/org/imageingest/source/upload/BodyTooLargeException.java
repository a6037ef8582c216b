package org.imageingest.source.upload;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;

/**
 * The request as a whole is too large, whatever its parts are.
 */
final class BodyTooLargeException extends ProblemException {

	BodyTooLargeException(Problem problem) {
		super(problem);
	}

}
