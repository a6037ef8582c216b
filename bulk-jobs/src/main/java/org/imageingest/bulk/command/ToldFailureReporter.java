package org.imageingest.bulk.command;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps failures that are told in words from being told as stack traces, too.
 */
final class ToldFailureReporter implements SpringBootExceptionReporter {

	ToldFailureReporter(ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		return Failures.tell(failure).isPresent();
	}

}
