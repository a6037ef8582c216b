package org.imageingest.bulk.command;

import org.imageingest.bulk.item.SourceException;
import org.imageingest.bulk.launch.BulkLauncher;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.context.ApplicationContext;

/**
 * Does a job.
 *
 * @param job its name
 * @param parameters what was asked for
 */
record JobAssignment(String job, JobParameters parameters) implements Assignment {

	@Override
	public ExitCode perform(ApplicationContext context) throws Exception {
		JobExecution execution = launcher(context).launch(this.parameters);
		for (String line : Descriptions.of(execution)) {
			System.out.println(line);
		}
		return (execution.getStatus() == BatchStatus.COMPLETED) ? ExitCode.DONE
				: (execution.getStatus() == BatchStatus.STOPPED) ? ExitCode.STOPPED : ExitCode.FAILED;
	}

	private BulkLauncher launcher(ApplicationContext context) {
		return context.getBeanProvider(BulkLauncher.class)
			.stream()
			.filter((launcher) -> launcher.job().equals(this.job))
			.findFirst()
			.orElseThrow(() -> new SourceException("There is no job '" + this.job + "': "
					+ context.getBeanProvider(BulkLauncher.class).stream().map(BulkLauncher::job).sorted().toList()));
	}

}
