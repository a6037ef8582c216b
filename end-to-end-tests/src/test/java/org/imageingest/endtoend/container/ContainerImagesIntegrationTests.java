package org.imageingest.endtoend.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageingest.endtoend.broker.RabbitAddress;
import org.imageingest.endtoend.broker.RabbitNode;
import org.imageingest.endtoend.checkout.Checkout;
import org.imageingest.endtoend.database.PostgresServer;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.store.S3ServerProcess;
import org.imageingest.testkit.store.S3TestServer;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The compose file and the images. No engine for containers is needed: the file is read
 * by Docker's own tool, and what the images would start is started.
 */
@Tag("dataflow")
class ContainerImagesIntegrationTests {

	private static final String KEY = "01".repeat(32);

	private static final String BROKER_USER = "guest";

	private static final String ISSUER = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI";

	@TempDir
	private Path folder;

	private ComposeFile compose;

	@BeforeEach
	void readComposeFile() throws Exception {
		assumeThat(ComposeFile.isReadable()).as(ComposeFile.MISSING).isTrue();
		this.compose = ComposeFile.read(Map.of("INGEST_IDENTITY_KEY", KEY, "STORE_ACCESS_KEY", S3TestServer.ACCESS_KEY,
				"STORE_SECRET_KEY", S3TestServer.SECRET_KEY, "DATABASE_PASSWORD", "of the database", "BROKER_PASSWORD",
				BROKER_USER, "JWT_ISSUER_URI", "https://login.example.org/"));
	}

	@Test
	void everyServiceHasAProfileOrIsNeededByAll() {
		Map<String, List<String>> ofProfile = this.compose.services()
			.entrySet()
			.stream()
			.collect(Collectors.groupingBy((service) -> String.valueOf(service.getValue().get("profiles")),
					Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
		assertThat(ofProfile.get("[apps]")).containsExactlyInAnyOrder("ingest-source", "resize-processor", "s3-sink");
		assertThat(ofProfile.get("[dataflow]")).containsExactlyInAnyOrder("skipper", "dataflow-server", "stream");
		assertThat(ofProfile.get("[monitoring]")).containsExactlyInAnyOrder("prometheus", "pushgateway", "grafana");
		assertThat(ofProfile.get("[jobs]")).containsExactly("bulk-jobs");
		assertThat(ofProfile.get("null")).containsExactlyInAnyOrder("rabbitmq", "postgres", "store", "bucket");
	}

	@Test
	void whatTheImagesStartTakesAPhotoFromTheUploadToTheStore() throws Exception {
		Optional<RabbitNode> node = RabbitNode.start(this.folder.resolve("rabbitmq"));
		assumeThat(node).as(RabbitNode.MISSING).isPresent();
		readableForAll(this.folder);
		TestTokens tokens = new TestTokens();
		String key = "file:" + tokens.writePublicKey(this.folder);
		try (RabbitNode broker = node.get();
				PostgresServer database = PostgresServer.start(this.folder.resolve("postgres"));
				S3ServerProcess store = S3ServerProcess.start(Files.createDirectory(this.folder.resolve("objects")))) {
			createDatabases(database);
			Addresses addresses = new Addresses(broker.address(), database.url(), store.endpoint(), store.bucket());
			try (AppContainer source = start("ingest-source", addresses,
					Map.of(ISSUER.replace("ISSUERURI", "PUBLICKEYLOCATION"), key));
					AppContainer processor = start("resize-processor", addresses, Map.of());
					AppContainer sink = start("s3-sink", addresses, Map.of())) {
				source.awaitHealthy();
				processor.awaitHealthy();
				sink.awaitHealthy();
				PipelineClient client = new PipelineClient(URI.create("http://127.0.0.1:" + source.port()),
						tokens.of("alice", "ingest:read ingest:write"));
				assertThat(client.awaitEnd(client.upload(Photos.jpeg(640, 480))).path("status").asString())
					.isEqualTo("completed");
			}
			Path photos = Files.createDirectory(this.folder.resolve("photos"));
			Files.write(photos.resolve("photo.jpg"), Photos.jpeg(640, 480));
			try (AppContainer job = start("bulk-jobs", addresses, Map.of(), "import", photos.toString(), "--owner",
					"alice")) {
				assertThat(job.awaitExit()).withFailMessage(job::log).isZero();
				assertThat(job.log()).contains("1 read: 1 written");
			}
		}
	}

	private AppContainer start(String app, Addresses addresses, Map<String, String> more, String... arguments)
			throws IOException, InterruptedException {
		Map<String, String> environment = addresses.in(this.compose.environment(app));
		if (more.keySet().stream().anyMatch((name) -> name.startsWith("SPRING_SECURITY"))) {
			// Nobody signs tokens here but the test.
			assertThat(environment.remove(ISSUER)).isNotNull();
		}
		environment.putAll(more);
		return AppContainer.start(ImageFiles.of(app, this.folder.resolve(app)), environment, arguments);
	}

	/** As the database's own image does at its first start. */
	private static void createDatabases(PostgresServer database) throws IOException, SQLException {
		try (Connection connection = DriverManager.getConnection(database.url());
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE ROLE ingest SUPERUSER LOGIN");
			statement.execute("CREATE DATABASE ingest OWNER ingest");
			for (String command : Files.readString(Checkout.path("containers/databases.sql")).split(";\\s*")) {
				statement.execute(command);
			}
		}
	}

	private static void readableForAll(Path folder) {
		assertThat(folder.toFile().setExecutable(true, false) && folder.toFile().setReadable(true, false)).isTrue();
	}

	/**
	 * Where the services are that the compose file knows by name.
	 */
	private record Addresses(RabbitAddress broker, String database, URI store, String bucket) {

		/** Puts the addresses in place of the names. */
		Map<String, String> in(Map<String, String> environment) {
			environment.replace("SPRING_RABBITMQ_ADDRESSES", this.broker.host() + ":" + this.broker.port());
			environment.replace("SPRING_RABBITMQ_USERNAME", this.broker.username());
			environment.replace("STORE_ENDPOINT", this.store.toString());
			environment.replace("STORE_BUCKET", this.bucket);
			environment.replace("STORE_PUBLICENDPOINT", this.store.toString());
			environment.computeIfPresent("SPRING_DATASOURCE_URL",
					(name, url) -> url.replace("postgres:5432", URI.create(this.database.substring(5)).getAuthority()));
			return environment;
		}

	}

}
