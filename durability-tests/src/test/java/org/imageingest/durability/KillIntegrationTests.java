package org.imageingest.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import org.imageingest.testkit.crash.Crash;
import org.imageingest.testkit.crash.CrashPoint;
import org.imageingest.testkit.crash.CrashSwitch;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What was promised by a 202 is kept, however the process ends.
 */
class KillIntegrationTests {

	private static final int UPLOADS = 12;

	private static final int UPLOADERS = 3;

	/** A step before and one after the work. The long form of this is the kill matrix. */
	private static final List<CrashPoint> POINTS = List.of(CrashPoint.JOB_COMMITTED, CrashPoint.DOCUMENT_WRITTEN);

	private static final int PASSES = 3;

	@TempDir
	Path data;

	@TempDir
	Path crashes;

	@Test
	void everyPromisedPhotoIsCompletedWhereverTheServiceDies() throws Exception {
		CrashSwitch crash = CrashSwitch.in(this.crashes);
		List<String> all = new ArrayList<>();
		StandaloneProcess running = StandaloneProcess.startWith(this.data, crash.option());
		try {
			for (CrashPoint point : POINTS) {
				crash.arm(point, PASSES);
				all.addAll(uploadUntilDeath(running));
				assertThat(running.log()).contains("Crash point " + point);
				crash.disarm();
				running = StandaloneProcess.startWith(this.data, crash.option());
			}
			assertThat(all).isNotEmpty();
			assertThatAllAreCompleted(running.client(), all);
		}
		finally {
			running.close();
		}
	}

	private static List<String> uploadUntilDeath(StandaloneProcess running) throws Exception {
		BlockingQueue<String> promised = new LinkedBlockingQueue<>();
		try (ExecutorService uploaders = Executors.newFixedThreadPool(UPLOADERS)) {
			for (int i = 0; i < UPLOADS / 2; i++) {
				byte[] photo = Photos.jpeg(1200, 900);
				uploaders.execute(() -> upload(running.client(), photo, promised));
			}
			assertThat(running.awaitExit()).isEqualTo(Crash.EXIT_CODE);
			uploaders.shutdownNow();
		}
		return List.copyOf(promised);
	}

	private void assertThatAllAreCompleted(PipelineClient client, List<String> jobIds) {
		List<JsonNode> ends = jobIds.stream().map(client::awaitEnd).toList();
		assertThat(ends).allSatisfy((end) -> assertThat(end.get("status").stringValue()).isEqualTo("completed"));
		assertThat(ends.stream().map((end) -> end.get("imageId").stringValue())).doesNotHaveDuplicates();
		assertThatStoreIsTidy(ends.size());
	}

	@Test
	void cleanStopLosesNothingEither() throws Exception {
		List<String> promised = new ArrayList<>();
		try (StandaloneProcess first = StandaloneProcess.start(this.data)) {
			for (int i = 0; i < UPLOADS; i++) {
				promised.add(first.client().upload(Photos.jpeg(1200, 900)));
			}
			// 128 + SIGTERM is what the JVM answers after its hooks ran.
			assertThat(first.stop()).isEqualTo(143);
			assertThat(first.log())
				.containsSubsequence("ingest-source stopped", "resize-processor stopped", "s3-sink stopped",
						"broker stopped", "object store stopped", "data folder stopped")
				.doesNotContain("did not stop cleanly", "Connection closed by external action");
			assertThat(this.data.resolve("runtime.json")).doesNotExist();
		}
		try (StandaloneProcess second = StandaloneProcess.start(this.data)) {
			assertThatAllAreCompleted(second.client(), promised);
		}
	}

	private static void upload(PipelineClient client, byte[] photo, BlockingQueue<String> promised) {
		try {
			promised.add(client.upload(photo));
		}
		catch (IOException ex) {
			// The service was killed before it promised anything: nothing to hold it to.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * An upload may have been taken whose answer was lost: there may be more images than
	 * promises, but never one without its document.
	 */
	private void assertThatStoreIsTidy(int atLeast) {
		Path bucket = this.data.resolve("objects").resolve("images");
		// What is walked vanishes meanwhile.
		await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
			assertThat(files(bucket.resolve("staging"))).isEmpty();
			assertThat(children(bucket.resolve("documents"))).hasSizeGreaterThanOrEqualTo(atLeast)
				.containsExactlyInAnyOrderElementsOf(children(bucket.resolve("images")))
				.containsExactlyInAnyOrderElementsOf(children(bucket.resolve("originals")));
		});
	}

	private static List<String> children(Path folder) throws IOException {
		try (Stream<Path> children = Files.list(folder)) {
			return children.map((child) -> child.getFileName().toString()).toList();
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
