package org.imageingest.bulk.command;

import org.imageingest.bulk.launch.ImportLauncher;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.context.ApplicationContext;

/**
 * Imports.
 *
 * @param parameters what was asked for
 */
record ImportAssignment(JobParameters parameters) implements Assignment {

	@Override
	public ExitCode perform(ApplicationContext context) throws Exception {
		JobExecution execution = context.getBean(ImportLauncher.class).launch(this.parameters);
		for (String line : Descriptions.of(execution)) {
			System.out.println(line);
		}
		return (execution.getStatus() == BatchStatus.COMPLETED) ? ExitCode.DONE
				: (execution.getStatus() == BatchStatus.STOPPED) ? ExitCode.STOPPED : ExitCode.FAILED;
	}

}
