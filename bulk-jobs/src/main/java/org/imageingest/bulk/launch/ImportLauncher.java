package org.imageingest.bulk.launch;

import org.imageingest.bulk.imports.ImportParameters;
import org.imageingest.bulk.item.Sources;
import org.imageingest.bulk.lease.Lease;
import org.imageingest.bulk.lease.LeaseOffice;
import org.imageingest.bulk.lease.StopRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Starts an import, or takes it up where it stopped: the same command goes on with the
 * instance that is not completed, and starts another run once it is.
 */
@Component
public class ImportLauncher {

	private static final Logger logger = LoggerFactory.getLogger(ImportLauncher.class);

	private final Job job;

	private final Sources sources;

	private final LeaseOffice leases;

	private final Resumption resumption;

	private final JobRepository repository;

	private final JobOperator operator;

	private final StopRequest stop;

	ImportLauncher(Job importJob, Sources sources, LeaseOffice leases, Resumption resumption, JobRepository repository,
			JobOperator operator, StopRequest stop) {
		this.job = importJob;
		this.sources = sources;
		this.leases = leases;
		this.resumption = resumption;
		this.repository = repository;
		this.operator = operator;
		this.stop = stop;
	}

	/**
	 * Imports and waits for the end.
	 * @param requested what was asked for
	 * @return how it ended
	 * @throws JobExecutionException if it cannot be started
	 * @throws org.imageingest.bulk.lease.LeaseHeldException if another process works on
	 * the same instance
	 * @throws org.imageingest.bulk.item.SourceException if there is no such source
	 */
	public JobExecution launch(JobParameters requested) throws JobExecutionException {
		ImportParameters parameters = ImportParameters.of(requested);
		this.sources.find(parameters.source(), parameters.owner(), parameters.tags()).check();
		JobParameters canonical = unfinishedRun(parameters);
		try (Lease lease = this.leases.take(instanceName(canonical))) {
			JobExecution last = lastExecution(canonical);
			if (last != null) {
				this.resumption.prepare(last);
				logger.info("Instance {} goes on behind execution {}", last.getJobInstance().getId(), last.getId());
			}
			this.stop.jobBegins();
			return this.operator.start(this.job, canonical);
		}
		finally {
			this.stop.jobEnds();
		}
	}

	private JobParameters unfinishedRun(ImportParameters parameters) {
		String source = this.sources.canonical(parameters.source());
		if (parameters.run() > 0) {
			return parameters.toJobParameters(source, parameters.run());
		}
		long run = 1;
		while (isCompleted(lastExecution(parameters.toJobParameters(source, run)))) {
			run++;
		}
		return parameters.toJobParameters(source, run);
	}

	private @Nullable JobExecution lastExecution(JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(this.job.getName(), parameters);
		return (instance != null) ? this.repository.getLastJobExecution(instance) : null;
	}

	private static boolean isCompleted(@Nullable JobExecution execution) {
		return execution != null && execution.getStatus() == BatchStatus.COMPLETED;
	}

	private String instanceName(JobParameters parameters) {
		return this.job.getName() + ":" + new DefaultJobKeyGenerator().generateKey(parameters);
	}

}
