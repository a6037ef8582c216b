package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.testkit.store.S3ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The executable jar, killed in the middle of its work as by a power cut, on the default
 * database.
 */
class KillIntegrationTests {

	@TempDir
	private Path folder;

	@Test
	void killedAtAnyMomentTheSameCommandGoesOnToTheEnd() throws Exception {
		assertThatAllComeIn(80, 3);
	}

	@Test
	@Tag("faults")
	void killedTwentyTimesTheSameCommandGoesOnToTheEnd() throws Exception {
		assertThatAllComeIn(420, 20);
	}

	private void assertThatAllComeIn(int photos, int kills) throws Exception {
		Path source = Files.createDirectory(this.folder.resolve("photos"));
		for (int i = 0; i < photos; i++) {
			Files.write(source.resolve("%03d.jpg".formatted(i)), Photos.jpeg(32, 24));
		}
		try (S3ServerProcess s3 = S3ServerProcess.start(Files.createDirectory(this.folder.resolve("s3")))) {
			Path bucket = this.folder.resolve("s3").resolve(s3.bucket());
			for (int kill = 1; kill <= kills; kill++) {
				int enough = kill * photos / (kills + 1);
				try (JavaProcess running = launch(s3, source)) {
					await().atMost(Duration.ofSeconds(60))
						.pollInterval(Duration.ofMillis(2))
						.until(() -> count(bucket.resolve("documents")) >= enough);
					running.kill();
				}
			}
			try (JavaProcess last = launch(s3, source)) {
				assertThat(last.awaitExit()).withFailMessage(last::log).isZero();
				assertThat(last.output()).contains(
						photos + " read: " + photos + " written, 0 already present, 0 skipped, 0 deleted meanwhile");
			}
			assertThat(count(bucket.resolve("documents"))).isEqualTo(photos);
			assertThat(objects(bucket.resolve("images"))).hasSize(4 * photos);
			assertThat(objects(bucket.resolve("originals"))).hasSize(photos);
		}
	}

	private JavaProcess launch(S3ServerProcess s3, Path source) throws IOException {
		return BulkProcess.on(s3, this.folder).launch("import", source.toString(), "--owner", "alice");
	}

	private static long count(Path documents) throws IOException {
		if (!Files.exists(documents)) {
			return 0;
		}
		try (Stream<Path> files = Files.list(documents)) {
			return files.count();
		}
	}

	private static List<Path> objects(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
