package org.imageingest.model.message;

import java.time.Instant;

/**
 * What every message about a job in hand carries.
 */
public sealed interface JobMessage permits UploadedImage, ProcessedImage {

	/** Version of the message format written by this release. */
	int VERSION = 1;

	int v();

	String jobId();

	/**
	 * Counts how often the job was sent on its way; starts at 1.
	 * @return the attempt that this message belongs to
	 */
	int attempt();

	String imageId();

	String owner();

	/**
	 * Returns when the job was accepted, by the clock of the jobs' database. A deletion
	 * of the image at or after this instant wins over the job.
	 * @return database time of the job row
	 */
	Instant acceptedAt();

	String filename();

}
