package org.imageingest.source.job;

import org.imageingest.source.JobDatabase;

/**
 * Opens the job package's repositories to tests of other packages.
 */
public final class JobRepositories {

	private JobRepositories() {
	}

	public static JobRepository of(JobDatabase database) {
		return new JobRepository(database.jdbc, database.json);
	}

	public static JobTransitions transitionsOf(JobDatabase database) {
		return new JobTransitions(database.jdbc, database.json);
	}

}
