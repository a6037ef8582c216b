package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.imageingest.endtoend.app.AppJar;
import org.imageingest.testkit.monitoring.Pushgateway;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A stream that is scaled and upgraded while photos come in, and what it tells of itself.
 */
@Tag("dataflow")
@ExtendWith(SharedDataflow.class)
class DataflowStreamIntegrationTests {

	private static final String PROCESSOR = "resize-processor";

	private static final int PHOTOS = 300;

	@TempDir
	static Path folder;

	@Test
	void everyPhotoIsPublishedOnceWhileTheProcessorIsScaledAndUpgraded(DataflowProcess dataflow) throws Exception {
		PipelineClient client = dataflow.client();
		try (ExecutorService uploader = Executors.newSingleThreadExecutor()) {
			Future<List<String>> uploads = uploader.submit(() -> uploadAll(client));
			dataflow.deploy("scale", PROCESSOR, "3");
			awaitProcessors(dataflow, 3);
			Path jar = Files.copy(AppJar.of(PROCESSOR), folder.resolve(PROCESSOR + "-0.1.1.jar"));
			dataflow.deploy("upgrade", PROCESSOR, jar.toString(), "0.1.1");
			dataflow.deploy("scale", PROCESSOR, "1");
			awaitProcessors(dataflow, 1);
			Set<String> images = new HashSet<>();
			for (String jobId : uploads.get()) {
				images.add(client.awaitEnd(jobId).path("imageId").asString());
			}
			assertThat(images).hasSize(PHOTOS).doesNotContain("");
		}
	}

	@Test
	void noPanelIsWithoutData(DataflowProcess dataflow, Pushgateway pushgateway) throws Exception {
		assumeThat(PrometheusServer.isHere()).as("missing here: prometheus (apt-get install prometheus)").isTrue();
		PipelineClient client = dataflow.client();
		try (PrometheusServer prometheus = PrometheusServer.start(folder.resolve("prometheus"),
				dataflow.deploy("targets"), dataflow.adminToken(), pushgateway.address())) {
			dataflow.deploy("launch", "bulk-import", "source=" + photosToImport(), "owner=alice");
			await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
				client.awaitEnd(client.upload(Photos.jpeg(640, 480)));
				assertThat(Dashboard.expressions()).isNotEmpty()
					.allSatisfy((expression) -> assertThat(prometheus.series(expression)).as(expression).isPositive());
			});
		}
	}

	private static Path photosToImport() throws IOException {
		Path photos = Files.createDirectory(folder.resolve("photos"));
		for (int i = 0; i < PHOTOS; i++) {
			Files.write(photos.resolve("photo-%03d.jpg".formatted(i)), Photos.jpeg(640, 480));
		}
		return photos;
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

}
