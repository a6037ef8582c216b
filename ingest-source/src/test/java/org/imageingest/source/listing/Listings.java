package org.imageingest.source.listing;

import org.imageingest.source.JobDatabase;

/**
 * Opens the listing package's repositories to tests of other packages.
 */
public final class Listings {

	private Listings() {
	}

	public static JobChanges changesOf(JobDatabase database) {
		return new JobChanges(database.jdbc, database.json);
	}

}
