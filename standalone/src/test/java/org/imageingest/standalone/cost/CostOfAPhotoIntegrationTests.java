package org.imageingest.standalone.cost;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.imageingest.standalone.watch.RunningApps;
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

	@TempDir
	static Path folder;

	private static RunningApps apps;

	private static PipelineClient client;

	@BeforeAll
	static void start() {
		// Looks at intervals number what changed; their updates are not a photo's.
		// Nor is what is swept, and watched. And no stage lasts so long that it is told.
		apps = RunningApps.start(folder, CountingConfiguration.class, Map.of("ingest.progress.idle-interval", "1h",
				"ingest.sweep.step", "1h", "ingest.watch.interval", "1h", "messaging.progress-delay", "1h"));
		client = apps.client("anna");
	}

	@AfterAll
	static void stop() throws Exception {
		apps.close();
	}

	@Test
	void aNewPhotoCostsTheseCallsAndNoMore() throws Exception {
		// The source begins with a search for failures that are too old to be retried.
		await().atMost(Duration.ofMinutes(1)).until(() -> CALLS.of("sql").containsKey("update job"));
		CALLS.clear();
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
				// The end, and that staging is clean; one more for each stage that lasts.
				"update job", 1 + 1));
		// Source to processor, processor to sink, and the end; one more for each stage
		// that lasts.
		assertThat(CALLS.of("message")).containsExactlyEntriesOf(Map.of("published", 1 + 1 + 1));
	}

	private static void uploadAndAwaitTidyStaging() throws Exception {
		client.upload(Photos.jpeg(640, 480));
		// The last says that nothing is left in staging.
		await().atMost(Duration.ofMinutes(1)).until(() -> CALLS.of("sql").getOrDefault("update job", 0) >= 2);
	}

	/** Looks are made at intervals, however many photos there are. */
	private static Map<String, Integer> withoutLooks(Map<String, Integer> calls) {
		calls.keySet().removeIf((call) -> call.startsWith("select") || call.equals("headBucket"));
		return calls;
	}

}
