package org.imageingest.bench.report;

/**
 * What was measured did not do its work, so that the figures would mean nothing.
 */
public class BenchmarkFailedException extends RuntimeException {

	public BenchmarkFailedException(String message) {
		super(message);
	}

	public BenchmarkFailedException(String message, Throwable cause) {
		super(message, cause);
	}

}
