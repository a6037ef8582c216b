package org.imageingest.bulk.command;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Performs the assignment of this process. Whatever is not done ends in an exception:
 * that is how a task is seen to have failed.
 */
@Component
class AssignmentRunner implements ApplicationRunner {

	private final ObjectProvider<Assignment> assignment;

	private final ApplicationContext context;

	AssignmentRunner(ObjectProvider<Assignment> assignment, ApplicationContext context) {
		this.assignment = assignment;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) throws Exception {
		Assignment given = this.assignment.getIfAvailable();
		if (given == null) {
			return;
		}
		ExitCode code = given.perform(this.context);
		if (code != ExitCode.DONE) {
			throw new NotDoneException(code);
		}
	}

}
