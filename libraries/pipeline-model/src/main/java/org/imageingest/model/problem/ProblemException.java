package org.imageingest.model.problem;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Stops the work on an image or request for a reason that trying again does not change,
 * or not before some time has passed.
 */
public class ProblemException extends RuntimeException {

	private final transient Problem problem;

	private final @Nullable Duration retryAfter;

	public ProblemException(Problem problem) {
		super(problem.detail());
		this.problem = problem;
		this.retryAfter = null;
	}

	/**
	 * Stops a request that may be sent again later.
	 * @param problem what stands in its way
	 * @param retryAfter how long the client should wait
	 */
	public ProblemException(Problem problem, Duration retryAfter) {
		super(problem.detail());
		this.problem = problem;
		this.retryAfter = retryAfter;
	}

	public ProblemException(Problem problem, Throwable cause) {
		super(problem.detail(), cause);
		this.problem = problem;
		this.retryAfter = null;
	}

	public Problem problem() {
		return this.problem;
	}

	/**
	 * Tells how long a client should wait before it tries again.
	 * @return the wait, if trying again makes sense
	 */
	public Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.retryAfter);
	}

}
