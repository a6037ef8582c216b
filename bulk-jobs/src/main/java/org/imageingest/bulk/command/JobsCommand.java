package org.imageingest.bulk.command;

import org.imageingest.bulk.launch.Jobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.springframework.batch.core.job.JobExecution;

/**
 * {@code jobs list|show|stop|restart}.
 */
@Command(name = "jobs", mixinStandardHelpOptions = true, description = "Tells of jobs, stops and restarts them.")
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class JobsCommand implements Runnable {

	private static final int LISTED = 50;

	private static final String ID = "number of the execution, the first in the list";

	@ParentCommand
	private BulkCommand parent;

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "list, show, stop or restart is missing");
	}

	@Command(mixinStandardHelpOptions = true, description = "Lists the last execution of each instance, newest first.")
	int list() {
		return this.parent.perform((context) -> {
			context.getBean(Jobs.class)
				.lastExecutions(LISTED)
				.forEach((execution) -> System.out.println(Descriptions.line(execution)));
			return ExitCode.DONE;
		}, false);
	}

	@Command(mixinStandardHelpOptions = true, description = "Tells of an execution.")
	int show(@Parameters(paramLabel = "ID", description = ID) long id) {
		return this.parent.perform((context) -> {
			JobExecution execution = context.getBean(Jobs.class).find(id);
			Descriptions.of(execution).forEach(System.out::println);
			execution.getJobParameters()
				.forEach((parameter) -> System.out.println("  " + parameter.name() + " = " + parameter.value()));
			return ExitCode.DONE;
		}, false);
	}

	@Command(mixinStandardHelpOptions = true, description = "Asks an execution to stop; it does after its chunk.")
	int stop(@Parameters(paramLabel = "ID", description = ID) long id) {
		return this.parent.perform((context) -> {
			context.getBean(Jobs.class).requestStop(id);
			return ExitCode.DONE;
		}, false);
	}

	@Command(mixinStandardHelpOptions = true, description = "Goes on with what an execution did not finish.")
	int restart(@Parameters(paramLabel = "ID", description = ID) long id) {
		return this.parent.perform((context) -> {
			JobExecution execution = context.getBean(Jobs.class).find(id);
			return new JobAssignment(execution.getJobInstance().getJobName(), execution.getJobParameters())
				.perform(context);
		}, true);
	}

}
