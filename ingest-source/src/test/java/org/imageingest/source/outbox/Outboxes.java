package org.imageingest.source.outbox;

import org.imageingest.source.JobDatabase;

/**
 * Opens the outbox to tests of other packages.
 */
public final class Outboxes {

	private Outboxes() {
	}

	public static Outbox of(JobDatabase database) {
		return new Outbox(database.jdbc);
	}

}
