package org.imageingest.processor;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Stream app (processor): uploaded photos in, variants and metadata out.
 */
@SpringBootApplication
public class ResizeProcessorApplication {

	public static void main(String[] args) {
		builder().run(args);
	}

	/**
	 * Prepares this app to be started, alone or beside others in one JVM: it reads
	 * {@code resize-processor.yml}, so that several apps on one class path keep their
	 * settings apart, and has no web server unless told so.
	 * @return a builder that more can be added to
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(ResizeProcessorApplication.class)
			.properties("spring.config.name=resize-processor", "spring.main.web-application-type=none");
	}

}
