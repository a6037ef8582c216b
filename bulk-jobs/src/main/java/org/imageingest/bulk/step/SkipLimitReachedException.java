package org.imageingest.bulk.step;

/**
 * So many items could not be taken that the source is likely not what was meant.
 */
class SkipLimitReachedException extends RuntimeException {

	SkipLimitReachedException(long limit, long actual) {
		super("At least " + actual + " items cannot be taken, the limit (skipLimit) is " + limit
				+ ". The same command with a higher limit goes on");
	}

}
