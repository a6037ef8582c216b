package org.imageingest.bulk.launch;

import java.time.LocalDateTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Makes an execution that nobody works on any more one that can be restarted. Only
 * whoever holds the lease may do this.
 */
@Component
class Resumption {

	private static final Logger logger = LoggerFactory.getLogger(Resumption.class);

	private final JobOperator operator;

	private final JobRepository repository;

	Resumption(JobOperator operator, JobRepository repository) {
		this.operator = operator;
		this.repository = repository;
	}

	void prepare(JobExecution last) {
		if (last.getStatus() == BatchStatus.UNKNOWN
				|| last.getStepExecutions().stream().anyMatch((step) -> step.getStatus() == BatchStatus.UNKNOWN)) {
			fail(last);
		}
		else if (last.isRunning()
				|| last.getStepExecutions().stream().anyMatch((step) -> step.getStatus().isRunning())) {
			logger.warn("Execution {} was killed or lost its lease; it goes on where it committed last", last.getId());
			this.operator.recover(last);
		}
	}

	/**
	 * The end of this execution could not be saved. Its cursor and counts were, together,
	 * with a chunk; so it can be taken up like one that was killed.
	 */
	private void fail(JobExecution last) {
		logger.warn("Execution {} ended in an unknown state; it goes on where it committed last", last.getId());
		LocalDateTime now = LocalDateTime.now();
		for (StepExecution step : last.getStepExecutions()) {
			if (step.getStatus() != BatchStatus.COMPLETED) {
				step.setStatus(BatchStatus.FAILED);
				step.setEndTime(now);
				this.repository.update(step);
			}
		}
		last.setStatus(BatchStatus.FAILED);
		last.setEndTime(now);
		this.repository.update(last);
	}

}
