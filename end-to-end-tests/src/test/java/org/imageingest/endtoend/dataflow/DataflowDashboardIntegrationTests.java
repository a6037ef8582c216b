package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.imageingest.endtoend.browser.Chromium;
import org.imageingest.testkit.pipeline.Photos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * What an operator does with a mouse on the dashboard of a real Data Flow server.
 */
@Tag("dataflow")
@ExtendWith(SharedDataflow.class)
class DataflowDashboardIntegrationTests {

	private static final String APP = "resize-processor";

	private static final String STREAM = "photos";

	private static final String SECOND_STREAM = "more-photos";

	private static final String TASK = "bulk-import";

	private static final int PHOTOS = 27;

	/** One among the first twenty, which are one commit, and three behind them. */
	private static final Set<Integer> BROKEN = Set.of(5, 22, 23, 24);

	@TempDir
	Path photos;

	private Chromium browser;

	private DataflowDashboard dashboard;

	@BeforeEach
	void open(DataflowProcess dataflow) {
		assumeThat(Chromium.isHere()).as(Chromium.MISSING).isTrue();
		this.browser = Chromium.start();
		this.dashboard = new DataflowDashboard(this.browser.driver());
		this.dashboard.open(dataflow.server());
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void theStreamIsShownDeployedWithItsApps() throws Exception {
		this.dashboard.go("Streams");
		await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			this.dashboard.press("Refresh");
			assertThat(this.dashboard.status(STREAM)).isEqualTo("DEPLOYED");
		});
		this.dashboard.show(STREAM);
		this.dashboard.awaitHeading("Stream " + STREAM);
		assertThat(this.dashboard.value("Status")).isEqualTo("DEPLOYED");
		assertThat(this.dashboard.value("Applications")).contains("ingest-source", APP, "s3-sink");
		this.dashboard.picture("stream");
	}

	@Test
	void theFormOfADeploymentExplainsTheOptionsOfAnApp() throws Exception {
		this.dashboard.go("Streams");
		this.dashboard.press("Create stream(s)");
		this.dashboard.define("ingest-source | resize-processor | s3-sink");
		this.dashboard.press("Create stream(s)");
		this.dashboard.fill("Stream Name", SECOND_STREAM);
		this.dashboard.answer("Create the stream(s)");
		assertThat(this.dashboard.status(SECOND_STREAM)).isEqualTo("UNDEPLOYED");
		this.dashboard.choose(SECOND_STREAM, "Deploy");
		this.dashboard.awaitHeading("Deploy stream " + SECOND_STREAM);
		this.dashboard.edit(APP);
		this.dashboard.group("image");
		assertThat(OptionDescriptions.of("image")).containsKey("image.workers")
			.allSatisfy((name, description) -> assertThat(this.dashboard.option(name))
				.isEqualTo(name.substring("image.".length()) + "\n" + description));
		this.dashboard.set("image.workers", "2");
		this.dashboard.picture("option");
		this.dashboard.answer("Update");
		assertThat(this.dashboard.freetext()).isEqualTo("app.resize-processor.image.workers=2");
		this.dashboard.go("Streams");
		this.dashboard.choose(SECOND_STREAM, "Destroy");
		this.dashboard.answer("Destroy the stream");
		await().until(() -> !this.dashboard.isListed(SECOND_STREAM));
		assertThat(this.dashboard.status(STREAM)).isEqualTo("DEPLOYED");
	}

	/**
	 * More files are broken than the import bears. One is mended; what was committed
	 * before is not done again.
	 */
	@Test
	void anImportThatFailedIsRestartedAndGoesOnWhereItWas() throws Exception {
		writePhotos();
		launch("source=" + this.photos, "owner=alice", "skipLimit=3");

		awaitJobs("FAILED");
		this.dashboard.show(TASK);
		this.dashboard.awaitHeading("Job execution " + TASK);
		assertThat(this.dashboard.value("Exit Message"))
			.contains("At least 4 items cannot be taken, the limit (skipLimit) is 3");
		this.dashboard.picture("failed");
		assertThat(this.dashboard.value("Arguments")).contains("source: " + this.photos, "owner: alice");
		assertThatStepCounted("FAILED", 20, 19, 1);
		this.dashboard.go("Jobs executions");
		this.dashboard.show(TASK);

		writePhoto(24);
		this.dashboard.press("Restart the job");
		this.dashboard.answer("Restart");
		this.dashboard.awaitSaid("Successfully restarted job \"" + TASK + "\"");

		awaitJobs("COMPLETED", "FAILED");
		this.dashboard.picture("jobs");
		this.dashboard.show(TASK);
		this.dashboard.awaitHeading("Job execution " + TASK);
		assertThat(this.dashboard.value("Status")).isEqualTo("COMPLETED");
		assertThatStepCounted("COMPLETED", 7, 5, 2);
		assertThat(List.of("written", "skipped", "present", "filtered")).as("over both executions")
			.extracting(this.dashboard::value)
			.containsExactly("24", "3", "0", "0");
		this.dashboard.picture("restarted");
	}

	@Test
	void anImportWithoutItsSourceIsNoJobAndItsLogTellsWhy() throws Exception {
		Path absent = this.photos.resolve("absent");
		launch("source=" + absent, "owner=alice");
		await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			this.dashboard.go("Tasks");
			this.dashboard.show(TASK);
			this.dashboard.awaitHeading("Task " + TASK);
			assertThat(this.dashboard.value("Status")).isEqualTo("ERROR");
		});
		this.dashboard.press("View log");
		this.dashboard.awaitSaid("There is no folder " + absent);
	}

	private void launch(String... arguments) throws IOException {
		this.dashboard.go("Tasks");
		this.dashboard.choose(TASK, "Launch");
		this.dashboard.awaitHeading("Launch task " + TASK);
		for (String argument : arguments) {
			this.dashboard.argue(argument);
		}
		this.dashboard.picture("launch");
		this.dashboard.press("Launch task");
		this.dashboard.awaitHeading("Task execution");
	}

	private void awaitJobs(String... statuses) {
		this.dashboard.go("Jobs executions");
		await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			this.dashboard.press("Refresh");
			assertThat(this.dashboard.statuses()).containsExactly(statuses);
		});
	}

	/** On the page of the job, then on that of its step. */
	private void assertThatStepCounted(String status, int read, int written, int skipped) {
		List<String> row = this.dashboard.lastRow();
		assertThat(row.subList(1, 4)).containsExactly("import", Integer.toString(read), Integer.toString(written));
		assertThat(row).endsWith(status);
		this.dashboard.follow("import");
		this.dashboard.awaitHeading("Step Execution import");
		assertThat(List.of("Status", "Reads", "Writes", "Skips", "Filter Count")).extracting(this.dashboard::value)
			.containsExactly(status, Integer.toString(read), Integer.toString(written), Integer.toString(skipped), "0");
	}

	private void writePhotos() throws IOException {
		for (int i = 1; i <= PHOTOS; i++) {
			if (BROKEN.contains(i)) {
				Files.write(file(i), new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, (byte) i });
			}
			else {
				writePhoto(i);
			}
		}
	}

	private void writePhoto(int number) throws IOException {
		Files.write(file(number), Photos.jpeg(640, 480));
	}

	private Path file(int number) {
		return this.photos.resolve("photo-%02d.jpg".formatted(number));
	}

}
