package org.imageingest.bench.pipeline;

/**
 * How a job stands.
 */
sealed interface JobStatus {

	/**
	 * Not at its end.
	 */
	record Running() implements JobStatus {
	}

	/**
	 * The image is published.
	 *
	 * @param imageId its name
	 */
	record Completed(String imageId) implements JobStatus {
	}

	/**
	 * There will be no image.
	 *
	 * @param reason why
	 */
	record Failed(String reason) implements JobStatus {
	}

}
