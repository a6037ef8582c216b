package org.imageingest.source.web;

import org.imageingest.model.problem.ProblemType;

/**
 * Finds the problem that a bare HTTP status stands for.
 */
final class ProblemTypes {

	private ProblemTypes() {
	}

	static ProblemType ofStatus(int status) {
		return switch (status) {
			case 401 -> ProblemType.UNAUTHORIZED;
			case 403 -> ProblemType.FORBIDDEN;
			case 404 -> ProblemType.NOT_FOUND;
			case 405 -> ProblemType.METHOD_NOT_ALLOWED;
			case 406 -> ProblemType.NOT_ACCEPTABLE;
			case 413 -> ProblemType.FILE_TOO_LARGE;
			case 503 -> ProblemType.SERVICE_UNAVAILABLE;
			// What the client asks of the protocol and Tomcat does not have.
			case 501, 505 -> ProblemType.INVALID_REQUEST;
			default -> (status >= 500) ? ProblemType.INTERNAL_ERROR : ProblemType.INVALID_REQUEST;
		};
	}

}
