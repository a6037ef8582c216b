package org.imageingest.sink;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Stream app (sink): processed images in, published images in the object store.
 */
@SpringBootApplication
public class S3SinkApplication {

	public static void main(String[] args) {
		builder().run(args);
	}

	/**
	 * Prepares this app to be started, alone or beside others in one JVM: it reads
	 * {@code s3-sink.yml}, so that several apps on one class path keep their settings
	 * apart, and has no web server unless told so.
	 * @return a builder that more can be added to
	 */
	public static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(S3SinkApplication.class).properties("spring.config.name=s3-sink",
				"spring.main.web-application-type=none");
	}

}
