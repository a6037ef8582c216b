package org.imageingest.source.progress;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.imageingest.testkit.store.S3TestServer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running app of its own, on a database and a bucket that it may share.
 */
final class SourceInstance implements AutoCloseable {

	private static final List<String> DEFAULTS = List.of("spring.config.name=ingest-source",
			"spring.main.banner-mode=off", "server.port=0", "server.address=127.0.0.1",
			"ingest.identity-key=" + "0123456789abcdef".repeat(4), "ingest.progress.interval=100ms");

	private final ConfigurableApplicationContext context;

	private SourceInstance(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static SourceInstance start(String database, S3TestServer s3, String bucket, Path folder, Path publicKey,
			String... properties) {
		Map<String, String> all = new LinkedHashMap<>();
		Stream
			.of(Stream.of(s3.properties(bucket)), DEFAULTS.stream(),
					Stream.of("spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0",
							"ingest.work-directory=" + folder.resolve("work"),
							"spring.security.oauth2.resourceserver.jwt.public-key-location=" + publicKey.toUri()),
					Stream.of(properties))
			.flatMap(Function.identity())
			.forEach((property) -> all.put(property.substring(0, property.indexOf('=')), "--" + property));
		return new SourceInstance(new SpringApplicationBuilder(IngestSourceApplication.class,
				TestChannelBinderConfiguration.class, ConfirmingBroker.class)
			.run(all.values().toArray(String[]::new)));
	}

	URI base() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	int port() {
		return base().getPort();
	}

	JobTransitions transitions() {
		return this.context.getBean(JobTransitions.class);
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	int openStreams() {
		return this.context.getBean(OpenStreams.class).count();
	}

	/** Accepts a job without its photo. */
	void add(String jobId, String owner) {
		this.context.getBean(JobRepository.class).add(JobDatabase.newJob(jobId));
		jdbc().sql("update job set owner = ?, change_number = 0 where job_id = ?").param(owner).param(jobId).update();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
