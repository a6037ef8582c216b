package org.imageingest.standalone.cost;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.imageingest.standalone.app.App;
import org.imageingest.standalone.app.AppSettings;
import org.imageingest.standalone.app.PipelineApps;
import org.imageingest.standalone.broker.BrokerSettings;
import org.imageingest.standalone.broker.EmbeddedBroker;
import org.imageingest.standalone.broker.QueueSettings;
import org.imageingest.standalone.data.DataDirectory;
import org.imageingest.standalone.store.EmbeddedObjectStore;
import org.imageingest.standalone.store.ObjectStoreSettings;
import org.imageingest.standalone.token.TokenIssuer;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imageingest.standalone.cost.CountingConfiguration.CALLS;

/**
 * What one photo costs in requests to the store, database statements and messages, from
 * the upload to the clean staging. The apps are those of production; only what they run
 * on is embedded.
 */
class CostOfAPhotoIntegrationTests {

	private static final String BUCKET = "images";

	@TempDir
	static Path folder;

	private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();

	private static PipelineClient client;

	@BeforeAll
	static void start() {
		DataDirectory data = started(DataDirectory.open(folder));
		var secrets = data.secrets();
		URI http = URI.create("http://127.0.0.1:" + FreePort.find());
		URI s3 = started(EmbeddedObjectStore.start(
				new ObjectStoreSettings(data.path("objects"), 0, secrets.s3AccessKey(), secrets.s3SecretKey(), BUCKET)))
			.endpoint();
		int amqp = started(EmbeddedBroker.start(new BrokerSettings(data.path("broker"), 0, secrets.brokerUser(),
				secrets.brokerPassword(), QueueSettings.ofPipeline())))
			.port();
		PipelineApps apps = new PipelineApps(new AppSettings(data, http, amqp, s3, EmbeddedObjectStore.REGION, BUCKET));
		started(counted(apps.sink()).start());
		started(counted(apps.processor()).start());
		App source = apps.source();
		// Looks at intervals number what changed; their updates are not a photo's.
		source.properties().put("ingest.progress.idle-interval", "1h");
		started(counted(source).start());
		client = new PipelineClient(http,
				TokenIssuer.of(secrets.tokenKeys()).issue("anna", List.of("ingest:read", "ingest:write")));
	}

	private static App counted(App app) {
		return new App(app.name(),
				Stream.concat(app.sources().stream(), Stream.of(CountingConfiguration.class)).toList(),
				app.properties());
	}

	private static <T extends AutoCloseable> T started(T part) {
		STARTED.push(part);
		return part;
	}

	@AfterAll
	static void stop() throws Exception {
		for (AutoCloseable part : STARTED) {
			part.close();
		}
	}

	@Test
	void aNewPhotoCostsTheseCallsAndNoMore() throws Exception {
		// The first one may make what is there only once.
		uploadAndAwaitTidyStaging();
		CALLS.clear();

		uploadAndAwaitTidyStaging();

		assertThat(withoutLooks(CALLS.of("s3"))).containsExactlyInAnyOrderEntriesOf(Map.of(
				// The original, by the source; four variants, by the processor; the
				// document, by the sink.
				"putObject", 1 + 4 + 1,
				// Processor: is it published, and the original; sink: tombstone,
				// document, tombstone.
				"getObjectAsBytes", 1 + 3, "getObject", 1,
				// Sink: original and variants; then the claim, right before the commit.
				"copyObject", 1 + 4, "headObject", 1,
				// Source: what is left in staging.
				"listObjectsV2Paginator", 1, "deleteObjects", 1));
		assertThat(withoutLooks(CALLS.of("sql"))).containsExactlyInAnyOrderEntriesOf(Map.of(
				// The promise, and that it was kept.
				"insert into job", 1, "insert into outbox", 1, "delete from outbox", 1,
				// Three stages, the end, and that staging is clean.
				"update job", 3 + 1 + 1));
		// Source to processor, processor to sink; three stages and the end.
		assertThat(CALLS.of("message")).containsExactlyEntriesOf(Map.of("published", 1 + 1 + 3 + 1));
	}

	private static void uploadAndAwaitTidyStaging() throws Exception {
		client.upload(Photos.jpeg(640, 480));
		// The last says that nothing is left in staging.
		await().atMost(Duration.ofMinutes(1)).until(() -> CALLS.of("sql").getOrDefault("update job", 0) >= 5);
	}

	/** Looks are made at intervals, however many photos there are. */
	private static Map<String, Integer> withoutLooks(Map<String, Integer> calls) {
		calls.keySet().removeIf((call) -> call.startsWith("select") || call.equals("headBucket"));
		return calls;
	}

}
