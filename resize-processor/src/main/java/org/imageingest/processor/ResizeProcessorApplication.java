package org.imageingest.processor;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Stream app (processor): uploaded photos in, variants and metadata out.
 */
@SpringBootApplication
public class ResizeProcessorApplication {

	public static void main(String[] args) {
		// A name of its own, so that several apps on one class path keep their settings
		// apart.
		new SpringApplicationBuilder(ResizeProcessorApplication.class).properties("spring.config.name=resize-processor")
			.run(args);
	}

}
