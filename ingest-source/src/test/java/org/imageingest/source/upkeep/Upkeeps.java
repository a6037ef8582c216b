package org.imageingest.source.upkeep;

import org.imageingest.source.JobDatabase;

/**
 * Turns on a test's database, each maker an instance of its own.
 */
public final class Upkeeps {

	private Upkeeps() {
	}

	public static Upkeep of(JobDatabase database) {
		return new Upkeep(database.jdbc);
	}

	/** As if the time of a task had come. */
	public static void due(JobDatabase database, UpkeepTask task) {
		database.jdbc.sql("update upkeep set due_at = current_timestamp - interval '1' second where task = :task")
			.param("task", task.code())
			.update();
	}

}
