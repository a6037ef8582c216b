package org.imageingest.standalone.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.data.Secrets;
import org.imageingest.data.store.EmbeddedObjectStore;
import org.imageingest.processor.ResizeProcessorApplication;
import org.imageingest.sink.S3SinkApplication;
import org.imageingest.source.IngestSourceApplication;
import org.imageingest.standalone.files.FilesConfiguration;
import org.imageingest.standalone.host.HostCheckConfiguration;
import org.imageingest.standalone.store.InProcessStoreConfiguration;
import org.imageingest.standalone.token.TokenIssuer;

import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;

/**
 * The apps as they are started here: unchanged, told where broker, store and database
 * are.
 */
public final class PipelineApps {

	private final AppSettings settings;

	public PipelineApps(AppSettings settings) {
		this.settings = settings;
	}

	/**
	 * Returns the app that takes photos and serves the REST API; the only one that
	 * listens.
	 * @return the app
	 */
	public App source() {
		Map<String, String> properties = shared();
		properties.put("server.address", this.settings.http().getHost());
		properties.put("server.port", Integer.toString(this.settings.http().getPort()));
		// Nothing stands in front of the service that could be believed.
		properties.put("server.forward-headers-strategy", "none");
		// Without WRITE_DELAY=0 committed rows are lost when the process is killed. The
		// database is closed with its last connection, not by a hook that runs too early.
		properties.put("spring.datasource.url", "jdbc:h2:file:" + this.settings.data().path("jobs", "ingest")
				+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096");
		properties.put("spring.datasource.username", "sa");
		properties.put("spring.datasource.password", "");
		Secrets secrets = this.settings.data().secrets();
		properties.put("ingest.identity-key", secrets.identityKey());
		properties.put("ingest.sweep.sole-writer", "true");
		properties.put("ingest.work-directory", workFolder("uploads"));
		String jwt = "spring.security.oauth2.resourceserver.jwt.";
		properties.put(jwt + "public-key-location", secrets.tokenKeys().publicKey().toUri().toString());
		properties.put(jwt + "audiences", TokenIssuer.AUDIENCE);
		properties.put("standalone.files.base-url", this.settings.http().toString());
		properties.put("standalone.files.signing-key", secrets.filesKey());
		return app("ingest-source", properties, IngestSourceApplication.class, FilesConfiguration.class,
				HostCheckConfiguration.class);
	}

	public App processor() {
		Map<String, String> properties = sharedWithoutWeb();
		properties.put("image.work-directory", workFolder("images"));
		return app("resize-processor", properties, ResizeProcessorApplication.class);
	}

	public App sink() {
		return app("s3-sink", sharedWithoutWeb(), S3SinkApplication.class);
	}

	private App app(String name, Map<String, String> properties, Class<?>... sources) {
		return new App(name, List.of(sources), properties, this.settings.store())
			.with(InProcessStoreConfiguration.class);
	}

	/** Photos in hand stay in the data folder, where only its owner looks. */
	private String workFolder(String name) {
		return this.settings.data().path("work", name).toString();
	}

	/** Alone these apps do not have the source's libraries on their class path. */
	private Map<String, String> sharedWithoutWeb() {
		Map<String, String> properties = shared();
		properties.put("spring.main.web-application-type", "none");
		properties.put("spring.autoconfigure.exclude", Stream
			.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
					JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
					DataSourceHealthContributorAutoConfiguration.class)
			.map(Class::getName)
			.collect(Collectors.joining(",")));
		return properties;
	}

	private Map<String, String> shared() {
		Secrets secrets = this.settings.data().secrets();
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("spring.jmx.enabled", "false");
		properties.put("spring.main.banner-mode", "off");
		// One hook stops everything in order.
		properties.put("spring.main.register-shutdown-hook", "false");
		properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
		properties.put("spring.rabbitmq.addresses", "127.0.0.1:" + this.settings.brokerPort());
		properties.put("spring.rabbitmq.virtual-host", "/");
		properties.put("spring.rabbitmq.username", secrets.brokerUser());
		properties.put("spring.rabbitmq.password", secrets.brokerPassword());
		properties.put("store.endpoint", this.settings.store().endpoint().toString());
		properties.put("store.region", EmbeddedObjectStore.REGION);
		properties.put("store.bucket", this.settings.bucket());
		properties.put("store.access-key", secrets.s3AccessKey());
		properties.put("store.secret-key", secrets.s3SecretKey());
		return properties;
	}

}
