package org.imageingest.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A cancellation that was answered, or only committed, is kept, however the process ends.
 */
class KillWhileCancellingIntegrationTests {

	/** So many that the last ones still wait when they are cancelled. */
	private static final int UPLOADS = 8;

	private static final int CANCELLED = 3;

	private static final int ACCEPTED = 202;

	@TempDir
	Path data;

	@Test
	void cancellationsThatWereAnsweredOutliveAKill() throws Exception {
		List<String> jobIds;
		List<String> cancelled = new ArrayList<>();
		try (StandaloneProcess running = StandaloneProcess.start(this.data)) {
			PipelineClient client = running.client();
			jobIds = upload(client);
			for (String jobId : jobIds.reversed().subList(0, CANCELLED)) {
				if (client.ask("DELETE", "/ingest/" + jobId).statusCode() == ACCEPTED) {
					cancelled.add(jobId);
				}
			}
			running.kill();
		}
		assertThatNoCancellationIsLost(jobIds, cancelled);
	}

	@Test
	void cancellationsThatWereOnlyCommittedOutliveAKill() throws Exception {
		List<String> jobIds;
		List<String> cancelled = new ArrayList<>();
		try (StandaloneProcess running = StandaloneProcess.start(this.data)) {
			jobIds = upload(running.client());
			running.kill();
		}
		// What is committed by the request before it removes the claim.
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + this.data.resolve("jobs/ingest"), "sa",
				""); PreparedStatement commit = database.prepareStatement("""
						update job set status = 'cancelling', detail = 'cancelled-by-client', claim_removed = false
						where job_id = ? and status = 'processing'
						""")) {
			for (String jobId : jobIds.reversed().subList(0, CANCELLED)) {
				commit.setString(1, jobId);
				if (commit.executeUpdate() == 1) {
					cancelled.add(jobId);
				}
			}
		}
		assertThatNoCancellationIsLost(jobIds, cancelled);
	}

	/** Of those that were called off, some may have been published already. */
	private void assertThatNoCancellationIsLost(List<String> jobIds, List<String> cancelled) throws Exception {
		try (StandaloneProcess running = StandaloneProcess.start(this.data)) {
			Map<String, String> ends = jobIds.stream()
				.collect(Collectors.toMap(UnaryOperator.identity(),
						(jobId) -> running.client().awaitEnd(jobId).get("status").stringValue()));
			assertThat(cancelled).isNotEmpty().anyMatch((jobId) -> "cancelled".equals(ends.get(jobId)));
			ends.forEach((jobId, end) -> assertThat(end)
				.isIn(cancelled.contains(jobId) ? List.of("cancelled", "completed") : List.of("completed")));
			int images = Collections.frequency(ends.values(), "completed");
			// What is walked vanishes meanwhile.
			await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
				assertThat(files("staging")).isEmpty();
				assertThat(files("documents")).hasSize(images);
				assertThat(files("originals")).hasSize(images);
				assertThat(files("images")).hasSize(4 * images);
			});
		}
	}

	private static List<String> upload(PipelineClient client) throws Exception {
		// Made before the first is uploaded: the pipeline is faster than the making.
		List<byte[]> photos = Stream.generate(() -> Photos.jpeg(3000, 2000)).limit(UPLOADS).toList();
		List<String> jobIds = new ArrayList<>();
		for (byte[] photo : photos) {
			jobIds.add(client.upload(photo));
		}
		return jobIds;
	}

	private List<Path> files(String prefix) throws IOException {
		Path start = this.data.resolve("objects").resolve("images").resolve(prefix);
		if (!Files.exists(start)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(start)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
