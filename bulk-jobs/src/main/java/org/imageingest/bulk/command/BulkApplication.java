package org.imageingest.bulk.command;

import java.util.List;

import org.imageingest.bulk.BulkJobsApplication;
import org.imageingest.bulk.command.Failures.Told;
import org.imageingest.bulk.lease.StopRequest;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application for one assignment.
 */
final class BulkApplication {

	private BulkApplication() {
	}

	/**
	 * Starts the application, lets it do its assignment and ends it.
	 * @param assignment what to do
	 * @param settings settings as {@code --name=value}
	 * @return how it ended
	 */
	static ExitCode perform(Assignment assignment, List<String> settings) {
		Interruption interruption = Interruption.install();
		SpringApplicationBuilder application = new SpringApplicationBuilder(BulkJobsApplication.class)
			.properties("spring.config.name=bulk-jobs")
			.initializers((context) -> context.getBeanFactory().registerSingleton("assignment", assignment))
			.listeners((ApplicationListener<ApplicationStartedEvent>) (event) -> interruption
				.stops(event.getApplicationContext().getBean(StopRequest.class)));
		try (ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new))) {
			return ExitCode.DONE;
		}
		catch (RuntimeException ex) {
			Told told = Failures.tell(ex).orElse(new Told(ExitCode.FAILED, "Failed: " + ex));
			if (!told.message().isEmpty()) {
				System.err.println(told.message());
			}
			return told.code();
		}
	}

}
