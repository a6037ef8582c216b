package org.imageingest.sink;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Stream app (sink): processed images in, published images in the object store.
 */
@SpringBootApplication
public class S3SinkApplication {

	public static void main(String[] args) {
		// A name of its own, so that several apps on one class path keep their settings
		// apart.
		new SpringApplicationBuilder(S3SinkApplication.class).properties("spring.config.name=s3-sink").run(args);
	}

}
