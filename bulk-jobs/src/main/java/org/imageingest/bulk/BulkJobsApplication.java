package org.imageingest.bulk;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.task.configuration.EnableTask;

/**
 * Batch jobs as a task: they run, and the process ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableTask
public class BulkJobsApplication {

	public static void main(String[] args) {
		new SpringApplicationBuilder(BulkJobsApplication.class).properties("spring.config.name=bulk-jobs").run(args);
	}

}
