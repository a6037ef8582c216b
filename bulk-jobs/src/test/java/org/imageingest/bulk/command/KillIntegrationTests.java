package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.testkit.store.S3ServerProcess;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The executable jar, killed in the middle of its work as by a power cut, on the default
 * database.
 */
class KillIntegrationTests {

	private static final int PHOTOS = 80;

	private static final int ROUNDS = 3;

	@TempDir
	private Path folder;

	private int starts;

	/** The second job works on what the first has left. */
	@Test
	void killedAtAnyMomentTheSameCommandGoesOnToTheEnd() throws Exception {
		Path photos = Files.createDirectory(this.folder.resolve("photos"));
		for (int i = 0; i < PHOTOS; i++) {
			Files.write(photos.resolve("%03d.jpg".formatted(i)), Photos.jpeg(32, 24));
		}
		try (S3ServerProcess s3 = S3ServerProcess.start(Files.createDirectory(this.folder.resolve("s3")))) {
			Path bucket = this.folder.resolve("s3").resolve(s3.bucket());
			List<String> imports = List.of("import", photos.toString(), "--owner", "alice");
			killAndGoOn(s3, imports, bucket.resolve("documents"), 1);
			assertThat(files(bucket.resolve("documents"))).hasSize(PHOTOS);
			assertThat(files(bucket.resolve("images"))).hasSize(4 * PHOTOS);
			killAndGoOn(s3, List.of("reprocess"), bucket.resolve("images"), 4);
			assertThat(files(bucket.resolve("originals"))).hasSize(PHOTOS);
			assertEveryImageHasItsNewSet(bucket);
		}
	}

	private void killAndGoOn(S3ServerProcess s3, List<String> words, Path growing, int filesOfAnItem) throws Exception {
		int before = files(growing).size();
		for (int round = 1; round <= ROUNDS; round++) {
			int enough = before + filesOfAnItem * (round * PHOTOS / (ROUNDS + 1));
			try (JavaProcess running = launch(s3, words)) {
				await().atMost(Duration.ofSeconds(60))
					.pollInterval(Duration.ofMillis(2))
					// Files come and go while they are counted.
					.ignoreExceptions()
					.until(() -> files(growing).size() >= enough);
				running.kill();
			}
		}
		try (JavaProcess last = launch(s3, words)) {
			assertThat(last.awaitExit()).withFailMessage(last::log).isZero();
			assertThat(last.output())
				.contains(PHOTOS + " read: " + PHOTOS + " written, 0 already present, 0 skipped, 0 deleted meanwhile");
		}
	}

	private static void assertEveryImageHasItsNewSet(Path bucket) throws IOException {
		for (Path file : files(bucket.resolve("documents"))) {
			ImageDocument document = JsonMapper.shared().readValue(Files.readString(file), ImageDocument.class);
			assertThat(document.runId()).startsWith("b2-");
			assertThat(document.variants()).hasSize(4)
				.allSatisfy((variant) -> assertThat(bucket.resolve(variant.key())).exists());
			assertThat(bucket.resolve(document.original().key())).exists();
		}
	}

	private JavaProcess launch(S3ServerProcess s3, List<String> words) throws IOException {
		List<String> arguments = new ArrayList<>(words);
		arguments.addAll(List.of("--store.endpoint=" + s3.endpoint(), "--store.bucket=" + s3.bucket(),
				"--store.access-key=" + S3TestServer.ACCESS_KEY, "--store.secret-key=" + S3TestServer.SECRET_KEY,
				"--ingest.identity-key=" + "01".repeat(32),
				"--spring.datasource.url=jdbc:h2:file:" + this.folder.resolve("bulk") + ";WRITE_DELAY=0",
				"--bulk.report-directory=" + this.folder.resolve("reports"),
				"--image.work-directory=" + this.folder.resolve("work"), "--image.engine=portable", "--image.workers=1",
				"--bulk.chunk-size=5", "--bulk.lease.duration=4s", "--bulk.lease.renewal=1s"));
		return JavaCommand.jar(jar())
			.options("-Xmx256m", "--enable-native-access=ALL-UNNAMED")
			.arguments(arguments)
			.startWithOutputApart("bulk-jobs-" + ++this.starts);
	}

	private static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("bulk-jobs-.*-exec\\.jar"))
				.max(Comparator.comparingLong((file) -> file.toFile().lastModified()))
				.orElseThrow(() -> new IllegalStateException("target has no bulk-jobs-*-exec.jar: package it first"));
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
