package org.imageingest.standalone.cancel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A cancellation that was answered, or only committed, is kept, however the process ends.
 */
class KillWhileCancellingIntegrationTests {

	/** So many that the last ones still wait when they are cancelled. */
	private static final int UPLOADS = 8;

	private static final int CANCELLED = 3;

	@TempDir
	Path data;

	@Test
	void cancellationsThatWereAnsweredOutliveAKill() throws Exception {
		List<String> jobIds;
		try (StandaloneProcess running = StandaloneProcess.start(this.data)) {
			PipelineClient client = running.client();
			jobIds = upload(client);
			for (String jobId : lastOf(jobIds)) {
				assertThat(client.ask("DELETE", "/ingest/" + jobId).statusCode()).isEqualTo(202);
			}
			running.kill();
		}
		assertThatTheLastEndCancelledAndTheOthersCompleted(jobIds);
	}

	@Test
	void cancellationsThatWereOnlyCommittedOutliveAKill() throws Exception {
		List<String> jobIds;
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
			for (String jobId : lastOf(jobIds)) {
				commit.setString(1, jobId);
				assertThat(commit.executeUpdate()).isOne();
			}
		}
		assertThatTheLastEndCancelledAndTheOthersCompleted(jobIds);
	}

	private void assertThatTheLastEndCancelledAndTheOthersCompleted(List<String> jobIds) throws Exception {
		try (StandaloneProcess running = StandaloneProcess.start(this.data)) {
			List<JsonNode> ends = jobIds.stream().map(running.client()::awaitEnd).toList();
			assertThat(ends.subList(0, UPLOADS - CANCELLED))
				.allSatisfy((end) -> assertThat(end.get("status").stringValue()).isEqualTo("completed"));
			assertThat(ends.subList(UPLOADS - CANCELLED, UPLOADS))
				.allSatisfy((end) -> assertThat(end.get("status").stringValue()).isEqualTo("cancelled"))
				.allSatisfy((end) -> assertThat(end.get("detail").stringValue()).isEqualTo("cancelled-by-client"));
			await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
				assertThat(files("staging")).isEmpty();
				assertThat(files("documents")).hasSize(UPLOADS - CANCELLED);
				assertThat(files("originals")).hasSize(UPLOADS - CANCELLED);
				assertThat(files("images")).hasSize(4 * (UPLOADS - CANCELLED));
			});
		}
	}

	private static List<String> upload(PipelineClient client) throws Exception {
		List<String> jobIds = new ArrayList<>();
		for (int i = 0; i < UPLOADS; i++) {
			jobIds.add(client.upload(Photos.jpeg(3000, 2000)));
		}
		return jobIds;
	}

	private static List<String> lastOf(List<String> jobIds) {
		return jobIds.subList(UPLOADS - CANCELLED, UPLOADS);
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
