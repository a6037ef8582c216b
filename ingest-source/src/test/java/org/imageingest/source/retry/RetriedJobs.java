package org.imageingest.source.retry;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.outbox.Outboxes;
import org.imageingest.source.outbox.PromptSender;
import org.imageingest.store.ObjectStore;

/**
 * Retries on a test's database.
 */
public final class RetriedJobs {

	private RetriedJobs() {
	}

	public static boolean begin(JobDatabase database, String jobId, int attempt) {
		return new Retries(database.jdbc).begin(jobId, attempt);
	}

	public static JobRetry retryOf(JobDatabase database, PromptSender sender, ObjectStore store) {
		return new JobRetry(new Retries(database.jdbc), JobRepositories.of(database), Outboxes.of(database), sender,
				store, database.transactions);
	}

}
