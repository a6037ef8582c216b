package org.imageingest.bulk;

import java.util.List;

import org.imageingest.bulk.command.BulkCommand;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.cloud.task.configuration.EnableTask;

/**
 * Batch jobs as a task: they run, and the process ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableTask
public class BulkJobsApplication {

	public static void main(String[] args) {
		// Nothing is logged before the application says where to: standard output is for
		// what a command was asked for.
		LoggingSystem.get(BulkJobsApplication.class.getClassLoader()).beforeInitialize();
		System.exit(BulkCommand.run(List.of(args)));
	}

}
