package org.imageingest.bulk.step;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Makes what ended a job its exit message, which Data Flow's dashboard shows. Spring
 * Batch makes it of the outermost stack trace, and cuts that before the cause.
 */
@Component
public class CauseInWords implements JobExecutionListener {

	@Override
	public void afterJob(JobExecution execution) {
		execution.getAllFailureExceptions()
			.stream()
			.findFirst()
			.map((failure) -> NestedExceptionUtils.getMostSpecificCause(failure).toString())
			.ifPresent(
					(words) -> execution.setExitStatus(new ExitStatus(execution.getExitStatus().getExitCode(), words)));
	}

}
