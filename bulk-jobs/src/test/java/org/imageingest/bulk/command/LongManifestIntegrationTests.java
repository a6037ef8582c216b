package org.imageingest.bulk.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.testkit.store.S3ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A million rows in the heap that the command has, most of them of another shard or there
 * already: what is held is the reader and the bookkeeping.
 */
@Tag("faults")
class LongManifestIntegrationTests {

	private static final int ROWS = 1_000_000;

	private static final int PHOTOS = 100;

	@TempDir
	private Path folder;

	@Test
	void aMillionRowsNeedNoMoreMemoryThanAThousand() throws Exception {
		Path manifest = manifest();
		try (S3ServerProcess s3 = S3ServerProcess.start(Files.createDirectory(this.folder.resolve("s3")));
				JavaProcess running = BulkProcess.on(s3, this.folder)
					.launch("import", manifest.toString(), "--owner", "alice", "--shard", "1/20",
							"--bulk.chunk-size=100")) {
			await().atMost(Duration.ofMinutes(30)).pollInterval(Duration.ofSeconds(1)).until(() -> !running.isAlive());
			assertThat(running.awaitExit()).withFailMessage(running::log).isZero();
			assertThat(running.output()).contains("0 skipped, 0 deleted meanwhile");
		}
	}

	/** Each photo many times, under as many names. */
	private Path manifest() throws IOException {
		for (int i = 0; i < PHOTOS; i++) {
			Files.write(this.folder.resolve(i + ".jpg"), Photos.jpeg(32, 24));
		}
		Path manifest = this.folder.resolve("photos.csv");
		try (BufferedWriter writer = Files.newBufferedWriter(manifest)) {
			writer.write("uri,tags\r\n");
			for (int i = 0; i < ROWS; i++) {
				writer.write("x" + i + "/../" + i % PHOTOS + ".jpg,\"a,b\"\r\n");
			}
		}
		return manifest;
	}

}
