package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.DataFolderInUseException;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.testkit.process.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The commands on the data folder of a standalone that does not run.
 */
class DataFolderIntegrationTests {

	private static final int PHOTOS = 60;

	@TempDir
	private Path folder;

	private Path photos;

	private Path data;

	private BulkProcess jobs;

	@BeforeEach
	void makePhotos() throws IOException {
		this.photos = Files.createDirectory(this.folder.resolve("photos"));
		for (int i = 0; i < PHOTOS; i++) {
			Files.write(this.photos.resolve("%03d.jpg".formatted(i)), Photos.jpeg(32, 24));
		}
		this.data = this.folder.resolve("data");
		this.jobs = BulkProcess.onData(this.data);
	}

	@Test
	void aRunningImportIsSeenHoldsTheFolderAndStopsWhenAsked() throws Exception {
		try (JavaProcess running = importPhotos()) {
			await().atMost(Duration.ofMinutes(3)).until(() -> documents() > 0);
			signalWorkers(running, Signal.STOP);
			assertThatExceptionOfType(DataFolderInUseException.class)
				.isThrownBy(() -> DataDirectory.open(this.data, "./run"))
				.withMessageContaining("bulk-jobs import");
			try (JavaProcess second = importPhotos(); JavaProcess list = this.jobs.launch("jobs", "list")) {
				assertThat(second.awaitExit()).isEqualTo(ExitCode.HELD.number());
				assertThat(second.log()).contains("A job is running in").contains("bulk-jobs import");
				assertThat(list.awaitExit()).withFailMessage(list::log).isZero();
				assertThat(list.output()).contains("STARTED").contains(this.photos.toString());
			}
			signalWorkers(running, Signal.CONT);
			assertThat(running.stop()).withFailMessage(running::log).isEqualTo(ExitCode.STOPPED.number());
			assertThat(running.log()).contains("Stopping after the photos in hand")
				.contains("The same command goes on where it was");
		}
		try (JavaProcess again = importPhotos()) {
			assertThat(again.awaitExit()).withFailMessage(again::log).isZero();
			assertThat(again.output()).contains(PHOTOS + " read: " + PHOTOS + " written, 0 already present");
		}
		assertThat(documents()).isEqualTo(PHOTOS);
	}

	/**
	 * While its workers stand still, the import goes on for as long as somebody looks.
	 */
	private static void signalWorkers(JavaProcess running, Signal signal) throws Exception {
		List<ProcessHandle> workers = ProcessHandle.of(running.pid()).orElseThrow().descendants().toList();
		assertThat(workers).isNotEmpty();
		for (ProcessHandle worker : workers) {
			signal.to(worker.pid());
		}
	}

	private JavaProcess importPhotos() throws IOException {
		return this.jobs.launch("import", this.photos.toString(), "--owner", "alice");
	}

	private long documents() throws IOException {
		Path documents = this.data.resolve("objects").resolve(DataDirectory.BUCKET).resolve("documents");
		if (!Files.exists(documents)) {
			return 0;
		}
		try (Stream<Path> files = Files.list(documents)) {
			return files.count();
		}
	}

}
