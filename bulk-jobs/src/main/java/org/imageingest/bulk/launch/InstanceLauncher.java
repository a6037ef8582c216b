package org.imageingest.bulk.launch;

import java.util.function.LongFunction;

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
 * Finds the instance to work on, takes its lease and starts it or takes it up.
 */
@Component
class InstanceLauncher {

	private static final Logger logger = LoggerFactory.getLogger(InstanceLauncher.class);

	private final LeaseOffice leases;

	private final Resumption resumption;

	private final JobRepository repository;

	private final JobOperator operator;

	private final StopRequest stop;

	InstanceLauncher(LeaseOffice leases, Resumption resumption, JobRepository repository, JobOperator operator,
			StopRequest stop) {
		this.leases = leases;
		this.resumption = resumption;
		this.repository = repository;
		this.operator = operator;
		this.stop = stop;
	}

	/**
	 * Works on the first run that is not completed.
	 * @param job the job
	 * @param run number of the run; 0 to find it
	 * @param numbered makes the parameters of a run
	 * @return how it ended
	 * @throws JobExecutionException if it cannot be started
	 */
	JobExecution launch(Job job, long run, LongFunction<JobParameters> numbered) throws JobExecutionException {
		JobParameters parameters = numbered.apply((run > 0) ? run : unfinishedRun(job, numbered));
		try (Lease lease = this.leases.take(instanceName(job, parameters))) {
			JobExecution last = lastExecution(job, parameters);
			if (last != null) {
				this.resumption.prepare(last);
				logger.info("Instance {} goes on behind execution {}", last.getJobInstance().getId(), last.getId());
			}
			this.stop.jobBegins();
			return this.operator.start(job, parameters);
		}
		finally {
			this.stop.jobEnds();
		}
	}

	private long unfinishedRun(Job job, LongFunction<JobParameters> numbered) {
		long run = 1;
		while (isCompleted(lastExecution(job, numbered.apply(run)))) {
			run++;
		}
		return run;
	}

	private @Nullable JobExecution lastExecution(Job job, JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(job.getName(), parameters);
		return (instance != null) ? this.repository.getLastJobExecution(instance) : null;
	}

	private static boolean isCompleted(@Nullable JobExecution execution) {
		return execution != null && execution.getStatus() == BatchStatus.COMPLETED;
	}

	private static String instanceName(Job job, JobParameters parameters) {
		return job.getName() + ":" + new DefaultJobKeyGenerator().generateKey(parameters);
	}

}
