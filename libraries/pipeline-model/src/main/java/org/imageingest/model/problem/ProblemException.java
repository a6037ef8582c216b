package org.imageingest.model.problem;

/**
 * Stops the work on an image or request for a reason that trying again does not change.
 */
public class ProblemException extends RuntimeException {

	private final transient Problem problem;

	public ProblemException(Problem problem) {
		super(problem.detail());
		this.problem = problem;
	}

	public ProblemException(Problem problem, Throwable cause) {
		super(problem.detail(), cause);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

}
