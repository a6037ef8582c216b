package org.imageingest.endtoend.dataflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A stream that is scaled and upgraded while photos come in, and what is left when it is
 * stopped at any moment.
 */
@Tag("dataflow")
class DataflowStreamIntegrationTests {

	private static final String PROCESSOR = "resize-processor";

	private static final int PHOTOS = 300;

	@TempDir
	Path folder;

	@BeforeEach
	void skipByName() {
		assumeThat(Needed.missing()).as("missing here").isEmpty();
	}

	@Test
	void everyPhotoIsPublishedOnceWhileTheProcessorIsScaledAndUpgraded() throws Exception {
		try (DataflowProcess dataflow = DataflowProcess.launch(this.folder.resolve("data")).awaitReady();
				ExecutorService uploader = Executors.newSingleThreadExecutor()) {
			PipelineClient client = dataflow.client();
			Future<List<String>> uploads = uploader.submit(() -> uploadAll(client));
			dataflow.deploy("scale", PROCESSOR, "3");
			awaitProcessors(dataflow, 3);
			Path jar = Files.copy(processorJar(), this.folder.resolve(PROCESSOR + "-0.1.1-exec.jar"),
					StandardCopyOption.REPLACE_EXISTING);
			dataflow.deploy("upgrade", PROCESSOR, jar.toString(), "0.1.1");
			awaitProcessors(dataflow, 3);
			dataflow.deploy("scale", PROCESSOR, "1");
			awaitProcessors(dataflow, 1);
			Set<String> images = new HashSet<>();
			for (String jobId : uploads.get()) {
				images.add(client.awaitEnd(jobId).path("imageId").asString());
			}
			assertThat(images).hasSize(PHOTOS).doesNotContain("");
			dataflow.stop();
			assertThat(dataflow.leftovers()).isEmpty();
		}
	}

	@Test
	void nothingRunsOnAfterAStopInTheMiddleOfTheDeployment() throws Exception {
		try (DataflowProcess dataflow = DataflowProcess.launch(this.folder.resolve("data"))) {
			dataflow.awaitOutput("Registering and deploying");
			await().atMost(Duration.ofMinutes(3))
				.until(() -> dataflow.leftovers().stream().anyMatch((line) -> line.contains(PROCESSOR)));
			dataflow.stop();
			assertThat(dataflow.leftovers()).isEmpty();
		}
	}

	private static List<String> uploadAll(PipelineClient client) throws Exception {
		List<byte[]> photos = IntStream.range(0, PHOTOS).mapToObj((i) -> Photos.jpeg(640, 480)).toList();
		List<String> jobs = new ArrayList<>();
		for (byte[] photo : photos) {
			jobs.add(client.upload(photo));
		}
		return jobs;
	}

	private static void awaitProcessors(DataflowProcess dataflow, int count) {
		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofSeconds(2))
			.until(() -> dataflow.deploy("status")
				.lines()
				.filter((line) -> line.contains("\"instanceId\"") && line.contains(PROCESSOR))
				.count() == count);
	}

	private static Path processorJar() throws Exception {
		try (Stream<Path> files = Files.list(Checkout.path(PROCESSOR + "/target"))) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
		}
	}

}
