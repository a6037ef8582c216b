package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.testkit.store.S3ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The executable jar, killed at any moment: the same command goes on. The store is a
 * process of its own, so it survives.
 */
class KillIntegrationTests {

	@TempDir
	private Path folder;

	@Test
	void killedAtAnyMomentTheSameCommandGoesOnToTheEnd() throws Exception {
		assertThatAllAreDone(80, 3, 1);
	}

	@Test
	@Tag("faults")
	void killedTwentyTimesTheSameCommandGoesOnToTheEnd() throws Exception {
		assertThatAllAreDone(420, 20, 20);
	}

	/** The second job works on what the first has left. */
	private void assertThatAllAreDone(int photos, int killsOfImport, int killsOfRenewal) throws Exception {
		Path source = Files.createDirectory(this.folder.resolve("photos"));
		for (int i = 0; i < photos; i++) {
			Files.write(source.resolve("%03d.jpg".formatted(i)), Photos.jpeg(32, 24));
		}
		try (S3ServerProcess s3 = S3ServerProcess.start(Files.createDirectory(this.folder.resolve("s3")))) {
			Path bucket = this.folder.resolve("s3").resolve(s3.bucket());
			Rounds rounds = new Rounds(BulkProcess.on(s3, this.folder), photos);
			rounds.killAndGoOn(killsOfImport, bucket.resolve("documents"), 1, "import", source.toString(), "--owner",
					"alice");
			assertThat(files(bucket.resolve("documents"))).hasSize(photos);
			assertThat(files(bucket.resolve("images"))).hasSize(4 * photos);
			Set<String> former = runs(bucket);
			rounds.killAndGoOn(killsOfRenewal, bucket.resolve("images"), 4, "reprocess");
			assertThat(files(bucket.resolve("originals"))).hasSize(photos);
			assertEveryImageHasItsNewSet(bucket, photos, former);
		}
	}

	private static void assertEveryImageHasItsNewSet(Path bucket, int photos, Set<String> former) throws IOException {
		assertThat(runs(bucket)).hasSize(photos).doesNotContainAnyElementsOf(former);
		for (ImageDocument document : documents(bucket)) {
			assertThat(document.variants()).hasSize(4)
				.allSatisfy((variant) -> assertThat(bucket.resolve(variant.key())).exists());
			assertThat(bucket.resolve(document.original().key())).exists();
		}
	}

	private static Set<String> runs(Path bucket) throws IOException {
		return documents(bucket).stream().map(ImageDocument::runId).collect(Collectors.toSet());
	}

	private static List<ImageDocument> documents(Path bucket) throws IOException {
		List<ImageDocument> documents = new ArrayList<>();
		for (Path file : files(bucket.resolve("documents"))) {
			documents.add(JsonMapper.shared().readValue(Files.readString(file), ImageDocument.class));
		}
		return documents;
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	/**
	 * Starts the same command again and again.
	 *
	 * @param process the executable jar
	 * @param photos photos that the job works on
	 */
	private record Rounds(BulkProcess process, int photos) {

		void killAndGoOn(int kills, Path growing, int filesOfAnItem, String... words) throws Exception {
			int before = files(growing).size();
			for (int kill = 1; kill <= kills; kill++) {
				int enough = before + filesOfAnItem * (kill * this.photos / (kills + 1));
				try (JavaProcess running = this.process.launch(words)) {
					await().atMost(Duration.ofMinutes(3))
						.pollInterval(Duration.ofMillis(2))
						// Files come and go while they are counted.
						.ignoreExceptions()
						.until(() -> files(growing).size() >= enough);
					running.kill();
				}
			}
			try (JavaProcess last = this.process.launch(words)) {
				assertThat(last.awaitExit()).withFailMessage(last::log).isZero();
				assertThat(last.output()).contains(this.photos + " read: " + this.photos
						+ " written, 0 already present, 0 skipped, 0 deleted meanwhile");
			}
		}

	}

}
