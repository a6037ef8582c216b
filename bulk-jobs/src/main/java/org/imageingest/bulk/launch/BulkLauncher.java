package org.imageingest.bulk.launch;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * Starts a job, or takes it up where it stopped: the same command goes on with the
 * instance that is not completed, and starts another run once it is.
 */
public interface BulkLauncher {

	/**
	 * Names the job.
	 * @return its name in the job repository
	 */
	String job();

	/**
	 * Does the job and waits for the end.
	 * @param requested what was asked for
	 * @return how it ended
	 * @throws JobExecutionException if it cannot be started
	 * @throws org.imageingest.bulk.lease.LeaseHeldException if another process works on
	 * the same instance
	 * @throws org.imageingest.bulk.item.SourceException if what is to be worked on is not
	 * there
	 */
	JobExecution launch(JobParameters requested) throws JobExecutionException;

}
