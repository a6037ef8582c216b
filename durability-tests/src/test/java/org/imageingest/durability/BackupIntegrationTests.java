package org.imageingest.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A data folder that was copied while nothing ran on it is a backup: of images, jobs and
 * parked messages.
 */
class BackupIntegrationTests {

	@Test
	void everythingIsThereOnceTheCopyRunsElsewhereAndNotWithAnotherKey(@TempDir Path folder) throws Exception {
		Path data = folder.resolve("data");
		byte[] photo = Photos.jpeg(640, 480);
		byte[] thumbnail;
		String done;
		String parked;
		try (StandaloneProcess first = StandaloneProcess.start(data)) {
			PipelineClient client = first.client();
			done = client.upload(photo);
			thumbnail = thumbnail(client, client.awaitEnd(done));
			parked = park(client, data);
			first.stop();
		}
		Path restored = folder.resolve("restored");
		copy(data, restored);
		refusesAnotherKey(restored);
		try (StandaloneProcess second = StandaloneProcess.start(restored)) {
			PipelineClient client = second.client();
			JsonNode status = client.awaitEnd(done);
			assertThat(status.get("status").stringValue()).isEqualTo("completed");
			assertThat(thumbnail(client, status)).isEqualTo(thumbnail);
			assertThat(client.awaitEnd(client.upload(photo)).get("imageId")).as("the same bytes, the same image")
				.isEqualTo(status.get("imageId"));
			Operator operator = new Operator(restored);
			assertThat(operator.runs("dead-letters", "list")).anyMatch((line) -> line.contains(parked));
			assertThat(operator.runs("dead-letters", "replay")).containsExactly("1 replayed, 0 refused");
			assertThat(client.awaitEnd(parked).get("status").stringValue()).isEqualTo("completed");
		}
	}

	/** A file where the store wants a folder: no original can be published. */
	private static String park(PipelineClient client, Path data) throws Exception {
		Path originals = data.resolve("objects/images/originals");
		Path aside = data.resolve("objects/originals-aside");
		Files.move(originals, aside);
		Files.writeString(originals, "in the way");
		String jobId = client.upload(Photos.jpeg(640, 480));
		assertThat(client.awaitEnd(jobId).get("retryable").booleanValue()).isTrue();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> new Operator(data).runs("dead-letters", "list")
				.stream()
				.anyMatch((line) -> line.contains(jobId)));
		Files.delete(originals);
		Files.move(aside, originals);
		return jobId;
	}

	private static void refusesAnotherKey(Path restored) throws Exception {
		Path key = restored.resolve("secrets/identity-key");
		String own = Files.readString(key);
		Files.writeString(key, "0123456789abcdef".repeat(4));
		try (StandaloneProcess refused = StandaloneProcess.launch("--port", "0", "--data", restored.toString())) {
			await().atMost(Duration.ofMinutes(2))
				.until(() -> refused.log().contains("The bucket was filled under another identity key"));
			assertThat(refused.awaitExit()).isOne();
			assertThat(refused.log()).contains("restore the key from the backup");
			assertThat(refused.output()).doesNotContain("Ready");
		}
		Files.writeString(key, own);
	}

	private static byte[] thumbnail(PipelineClient client, JsonNode status) throws Exception {
		var answer = client.fetch(URI.create(status.get("urls").get("thumbnail").stringValue()));
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	/** As cp -a does: with times and permissions. */
	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			List<Path> paths = all.toList();
			for (Path path : paths) {
				Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

}
