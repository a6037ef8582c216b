package org.imageingest.durability;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service is killed again and again under load, at moments that nobody chose.
 */
@Tag("faults")
class RandomKillsIntegrationTests {

	private static final int KILLS = Integer.getInteger("faults.kills", 20);

	private static final int UPLOADERS = 4;

	private static final int LONGEST_LIFE_MILLIS = 6000;

	@TempDir
	Path data;

	@Test
	void whatWasPromisedIsKeptThroughTwentyKills() throws Exception {
		long seed = Long.getLong("faults.seed", System.nanoTime());
		System.out.println("Random kills: -Dfaults.seed=" + seed);
		Random random = new Random(seed);
		Queue<String> promised = new ConcurrentLinkedQueue<>();
		for (int kill = 0; kill < KILLS; kill++) {
			try (StandaloneProcess running = StandaloneProcess.start(this.data)) {
				killUnderLoad(running, random.nextInt(LONGEST_LIFE_MILLIS), promised);
			}
		}
		try (StandaloneProcess last = StandaloneProcess.start(this.data)) {
			List<JsonNode> ends = promised.stream().map(last.client()::awaitEnd).toList();
			Set<String> images = new HashSet<>();
			for (JsonNode end : ends) {
				assertThatIsTrue(last.client(), end);
				images.add(end.path("imageId").stringValue(end.get("jobId").stringValue()));
			}
			assertThat(images).hasSameSizeAs(ends);
			System.out.println(KILLS + " kills, " + ends.size() + " promises, all kept");
		}
	}

	private static void killUnderLoad(StandaloneProcess running, int lifeMillis, Queue<String> promised)
			throws Exception {
		try (ExecutorService uploaders = Executors.newFixedThreadPool(UPLOADERS)) {
			for (int i = 0; i < UPLOADERS; i++) {
				uploaders.execute(() -> uploadOnAndOn(running.client(), promised));
			}
			Awaitility.await().pollDelay(Duration.ofMillis(lifeMillis)).atMost(Duration.ofMinutes(1)).until(() -> true);
			running.kill();
			uploaders.shutdownNow();
		}
	}

	/** Until there is nobody any more to take them. */
	private static void uploadOnAndOn(PipelineClient client, Queue<String> promised) {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				promised.add(client.upload(Photos.jpeg(480, 320)));
			}
		}
		catch (IOException ex) {
			// Killed.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void assertThatIsTrue(PipelineClient client, JsonNode end) throws Exception {
		if (end.get("status").stringValue().equals("completed")) {
			assertThat(end.get("urls")).as(end::toString).hasSize(5);
			for (JsonNode url : end.get("urls")) {
				assertThat(client.fetch(URI.create(url.stringValue())).statusCode()).isEqualTo(200);
			}
		}
		else {
			assertThat(end.get("status").stringValue()).as(end::toString).isEqualTo("failed");
			assertThat(end.get("error").get("detail").stringValue()).isNotEmpty();
		}
	}

}
