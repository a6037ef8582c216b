package org.imageingest.bulk.command;

import org.springframework.context.ApplicationContext;

/**
 * What this process is to do.
 */
@FunctionalInterface
interface Assignment {

	/**
	 * Does it.
	 * @param context the running application
	 * @return how it ended
	 * @throws Exception if it cannot be done
	 */
	ExitCode perform(ApplicationContext context) throws Exception;

}
