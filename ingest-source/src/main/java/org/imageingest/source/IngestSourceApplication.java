package org.imageingest.source;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Takes photos by REST, keeps the jobs, and sends each photo on its way.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IngestSourceApplication {

	public static void main(String[] args) {
		new SpringApplicationBuilder(IngestSourceApplication.class).properties("spring.config.name=ingest-source")
			.run(args);
	}

}
