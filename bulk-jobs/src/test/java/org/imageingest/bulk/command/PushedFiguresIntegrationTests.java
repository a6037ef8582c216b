package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.testkit.monitoring.Pushgateway;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.JavaProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * What a job tells a real Pushgateway, and what is left there after it.
 */
class PushedFiguresIntegrationTests {

	private static final int PHOTOS = 12;

	private static final String ITEMS = "ingest_bulk_items_total";

	private static final String PUSH = "--management.prometheus.metrics.export.pushgateway.";

	@TempDir
	private Path folder;

	private Path photos;

	@BeforeEach
	void makePhotos() throws IOException {
		assumeThat(Pushgateway.isHere()).as("missing here: prometheus-pushgateway").isTrue();
		this.photos = Files.createDirectory(this.folder.resolve("photos"));
		for (int i = 0; i < PHOTOS; i++) {
			Files.write(this.photos.resolve("%03d.jpg".formatted(i)), Photos.jpeg(32, 24));
		}
		Files.writeString(this.photos.resolve("none.jpg"), "not a picture");
	}

	@Test
	void itemsAreCountedWhileTheJobRuns() throws Exception {
		try (Pushgateway gateway = Pushgateway.start(this.folder.resolve("gateway.log"));
				JavaProcess running = launch(gateway, "--bulk.chunk-size=1", PUSH + "push-rate=100ms")) {
			await().atMost(Duration.ofMinutes(3))
				.until(() -> figures(gateway).stream().anyMatch((line) -> line.matches(".*written.* [1-9].*")));
			assertThat(running.awaitExit()).withFailMessage(running::log).isZero();
		}
	}

	/** Pushed once only, at the start: a push that is under way at the end would stay. */
	@Test
	void nothingIsLeftBehind() throws Exception {
		try (Pushgateway gateway = Pushgateway.start(this.folder.resolve("gateway.log"));
				JavaProcess running = launch(gateway, PUSH + "push-rate=1h")) {
			await().atMost(Duration.ofMinutes(3))
				.until(() -> gateway.figures().stream().anyMatch((line) -> line.contains("bulk-jobs")));
			assertThat(running.awaitExit()).withFailMessage(running::log).isZero();
			assertThat(gateway.figures()).noneMatch((line) -> line.contains("bulk-jobs"));
		}
	}

	@Test
	void figuresMayBeLeftToBeLookedAtLater() throws Exception {
		try (Pushgateway gateway = Pushgateway.start(this.folder.resolve("gateway.log"));
				JavaProcess running = launch(gateway, PUSH + "shutdown-operation=post")) {
			assertThat(running.awaitExit()).withFailMessage(running::log).isZero();
			assertThat(figures(gateway)).allSatisfy(
					(line) -> assertThat(line).contains("app=\"bulk-jobs\"", "job_name=\"bulk-import\"", "instance="))
				.anySatisfy((line) -> assertThat(line).contains("written").endsWith(" " + PHOTOS))
				.anySatisfy((line) -> assertThat(line).contains("skipped").endsWith(" 1"));
		}
	}

	private JavaProcess launch(Pushgateway gateway, String... settings) throws IOException {
		BulkProcess jobs = BulkProcess.onData(this.folder.resolve("data"));
		String[] words = { "import", this.photos.toString(), "--owner", "alice", PUSH + "enabled=true",
				PUSH + "address=" + gateway.address() };
		return jobs.launch(Stream.concat(Stream.of(words), Stream.of(settings)).toArray(String[]::new));
	}

	private static List<String> figures(Pushgateway gateway) throws IOException, InterruptedException {
		return gateway.figures().stream().filter((line) -> line.startsWith(ITEMS)).toList();
	}

}
