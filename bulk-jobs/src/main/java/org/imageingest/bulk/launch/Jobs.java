package org.imageingest.bulk.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.imageingest.bulk.item.SourceException;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * The executions in the job repository, of this process and others.
 */
@Component
public class Jobs {

	private final JobRepository repository;

	Jobs(JobRepository repository) {
		this.repository = repository;
	}

	/**
	 * Returns the last execution of each instance.
	 * @param limit most executions of each job
	 * @return newest first
	 */
	public List<JobExecution> lastExecutions(int limit) {
		return this.repository.getJobNames()
			.stream()
			.flatMap((job) -> this.repository.getJobInstances(job, 0, limit).stream())
			.map(this.repository::getLastJobExecution)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingLong(JobExecution::getId).reversed())
			.toList();
	}

	/**
	 * Finds an execution.
	 * @param id its number
	 * @return the execution
	 * @throws SourceException if there is none of that number
	 */
	public JobExecution find(long id) {
		JobExecution execution = this.repository.getJobExecution(id);
		if (execution == null) {
			throw new SourceException("There is no execution " + id);
		}
		return execution;
	}

	/**
	 * Marks an execution to be stopped. The process that works on it sees the mark with
	 * its next commit; only that process writes the row of the step.
	 * @param id its number
	 * @throws SourceException if it is not running
	 */
	public void requestStop(long id) {
		JobExecution execution = find(id);
		if (!execution.isRunning()) {
			throw new SourceException("Execution " + id + " is not running: " + execution.getStatus());
		}
		execution.setStatus(BatchStatus.STOPPING);
		this.repository.update(execution);
	}

}
