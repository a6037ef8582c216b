package org.imageingest.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.testkit.broker.ConfirmingBroker;
import org.imageingest.testkit.store.S3TestServer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The app on a free port with a real object store, started with the settings of a test.
 */
public final class RunningIngestSource implements AutoCloseable {

	private final S3TestServer s3;

	private final ConfigurableApplicationContext context;

	private boolean storeStopped;

	private RunningIngestSource(S3TestServer s3, ConfigurableApplicationContext context) {
		this.s3 = s3;
		this.context = context;
	}

	/**
	 * Starts the app.
	 * @param folder for database and uploads in hand
	 * @param settings as {@code name=value}
	 * @return the running app, to be closed
	 * @throws Exception if the object store or the app does not start
	 */
	public static RunningIngestSource start(Path folder, String... settings) throws Exception {
		S3TestServer s3 = S3TestServer.start();
		try {
			List<String> arguments = new ArrayList<>(List.of(s3.properties(s3.newBucket())));
			arguments.add("ingest.identity-key=" + "0123456789abcdef".repeat(4));
			arguments.add("ingest.work-directory=" + folder.resolve("work"));
			arguments.add("server.port=0");
			arguments.add("spring.datasource.url=jdbc:h2:file:" + folder.resolve("jobs")
					+ ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
			arguments.addAll(List.of(settings));
			return new RunningIngestSource(s3,
					new SpringApplicationBuilder(IngestSourceApplication.class, TestChannelBinderConfiguration.class,
							ConfirmingBroker.class)
						.properties("spring.config.name=ingest-source")
						.run(arguments.stream().map((argument) -> "--" + argument).toArray(String[]::new)));
		}
		catch (Exception ex) {
			s3.close();
			throw ex;
		}
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public URI address(String path) {
		return URI.create("http://127.0.0.1:" + port() + path);
	}

	public <T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Takes the object store away for good.
	 * @throws Exception if it does not stop
	 */
	public void stopStore() throws Exception {
		this.s3.close();
		this.storeStopped = true;
	}

	@Override
	public void close() throws Exception {
		this.context.close();
		if (!this.storeStopped) {
			this.s3.close();
		}
	}

}
