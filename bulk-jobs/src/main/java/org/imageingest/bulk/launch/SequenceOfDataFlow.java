package org.imageingest.bulk.launch;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lets jobs number their instances where the tables are those of a Data Flow server.
 * There the sequence has the name of Spring Batch 5; Batch 6 takes it, but looks for the
 * wish in the JVM's own properties only, which a server has no say in.
 *
 * @see <a href="https://github.com/spring-projects/spring-batch/issues/5245">spring-batch
 * 5245</a>
 */
class SequenceOfDataFlow implements EnvironmentPostProcessor {

	static final String LEGACY = "spring.batch.jdbc.schema.legacy";

	/** Data Flow tells this prefix to the apps that it launches. */
	private static final String PREFIX_OF_DATA_FLOW = "BOOT3_BATCH_";

	/** Called once the settings are read. */
	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (PREFIX_OF_DATA_FLOW.equalsIgnoreCase(environment.getProperty("spring.batch.jdbc.table-prefix", ""))) {
			System.setProperty(LEGACY, "true");
		}
	}

}
