package org.imageingest.endtoend.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.imageingest.testkit.crash.CrashSwitch;
import org.imageingest.testkit.store.S3TestServer;

/**
 * Starts instances of the apps, told where everything else is.
 */
public final class Apps {

	private static final String HEAP = "256m";

	private static final String IDENTITY_KEY = "0123456789abcdef".repeat(4);

	private final Surroundings surroundings;

	public Apps(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	/**
	 * Starts an instance of ingest-source.
	 * @param instance number of the instance
	 * @param more further properties
	 * @return the instance, perhaps not ready yet
	 * @throws IOException if the process cannot be started
	 */
	public AppProcess source(int instance, Map<String, String> more) throws IOException {
		Map<String, String> properties = shared();
		properties.put(destination("output"), this.surroundings.destinations().uploaded());
		properties.put("spring.datasource.url", this.surroundings.databaseUrl());
		properties.put("spring.datasource.username", this.surroundings.databaseUser());
		properties.put("spring.security.oauth2.resourceserver.jwt.public-key-location",
				this.surroundings.tokenKey().toUri().toString());
		properties.put("ingest.identity-key", IDENTITY_KEY);
		properties.put("ingest.work-directory", work("uploads"));
		properties.put("ingest.queues.sink", this.surroundings.destinations().processed() + ".s3-sink");
		// What a killed instance staged without a job would stay for a day.
		properties.put("ingest.sweep.orphan-age", "20s");
		properties.put("ingest.sweep.interval", "5s");
		// No owner of photos uploads so fast.
		properties.put("ingest.limits.uploads-per-minute", "0");
		properties.putAll(more);
		return start("ingest-source", instance, properties);
	}

	/**
	 * Starts an instance of resize-processor.
	 * @param instance number of the instance
	 * @return the instance, perhaps not ready yet
	 * @throws IOException if the process cannot be started
	 */
	public AppProcess processor(int instance) throws IOException {
		Map<String, String> properties = shared();
		properties.put(destination("input"), this.surroundings.destinations().uploaded());
		properties.put(destination("output"), this.surroundings.destinations().processed());
		properties.put("image.work-directory", work("images"));
		return start("resize-processor", instance, properties);
	}

	/**
	 * Starts an instance of s3-sink.
	 * @param instance number of the instance
	 * @return the instance, perhaps not ready yet
	 * @throws IOException if the process cannot be started
	 */
	public AppProcess sink(int instance) throws IOException {
		Map<String, String> properties = shared();
		properties.put(destination("input"), this.surroundings.destinations().processed());
		return start("s3-sink", instance, properties);
	}

	private AppProcess start(String module, int instance, Map<String, String> properties) throws IOException {
		String name = module + "-" + instance;
		return new AppProcess(name, module, HEAP, properties,
				CrashSwitch.in(this.surroundings.work().resolve("crash").resolve(name)));
	}

	private Map<String, String> shared() {
		Map<String, String> properties = new HashMap<>();
		properties.put("spring.rabbitmq.host", this.surroundings.broker().host());
		properties.put("spring.rabbitmq.port", Integer.toString(this.surroundings.broker().port()));
		properties.put("spring.rabbitmq.username", this.surroundings.broker().username());
		properties.put("spring.rabbitmq.password", this.surroundings.broker().password());
		properties.put(destination("events"), this.surroundings.destinations().events());
		properties.put("store.endpoint", this.surroundings.storeEndpoint().toString());
		properties.put("store.bucket", this.surroundings.bucket());
		properties.put("store.access-key", S3TestServer.ACCESS_KEY);
		properties.put("store.secret-key", S3TestServer.SECRET_KEY);
		return properties;
	}

	private static String destination(String binding) {
		return "spring.cloud.stream.bindings." + binding + ".destination";
	}

	/** Shared by the instances of an app, as on one machine. */
	private String work(String folder) {
		return this.surroundings.work().resolve(folder).toString();
	}

}
