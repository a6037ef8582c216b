package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.PlayedPipeline;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Uploads on a disk of four megabytes, a real one that really is full.
 */
class FullDiskIntegrationTests {

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	static Path folder;

	private static Path disk;

	private static boolean mounted;

	private static RunningIngestSource source;

	private static ApiClient anna;

	@BeforeAll
	static void start() throws Exception {
		disk = Files.createDirectory(folder.resolve("work"));
		mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
		if (mounted) {
			TestTokens tokens = new TestTokens();
			source = RunningIngestSource.start(folder, "spring.security.oauth2.resourceserver.jwt.public-key-location="
					+ tokens.writePublicKey(folder).toUri());
			anna = new ApiClient(source, tokens.of("anna", "ingest:read ingest:write"));
		}
	}

	@AfterAll
	static void stop() throws Exception {
		if (source != null) {
			source.close();
		}
		if (mounted) {
			assertThat(run("umount", disk.toString())).isTrue();
		}
	}

	/** Before each, so that each is named among the skipped. */
	@BeforeEach
	void needsADiskOfItsOwn() {
		assumeThat(mounted).as("Only root can mount a small disk").isTrue();
	}

	@Test
	void aPhotoThatDoesNotFitIsRefusedAndLeavesNothing() throws Exception {
		Reply refused = anna.upload("/api/v1/ingest/upload", Map.of(), photoOf(6 * MEGABYTE));
		assertThatIsRefused(refused);
		assertThatNothingIsLeft();
		assertThat(anna.upload("/api/v1/ingest/upload", Map.of(), photoOf(MEGABYTE)).status()).isEqualTo(202);
	}

	@Test
	void aBatchThatDoesNotFitLosesOnlyWhatDoesNotFit() throws Exception {
		Reply answer = anna.upload("/api/v1/ingest/batch", Map.of(), photoOf(MEGABYTE), photoOf(6 * MEGABYTE),
				photoOf(2 * MEGABYTE));
		assertThat(answer.status()).as(answer.text()).isIn(202, 507);
		if (answer.status() == 507) {
			assertThatIsRefused(answer);
		}
		else {
			assertThat(answer.json().path("jobs").path(1).path("problem").path("type").asString())
				.isEqualTo("/problems/insufficient-storage");
		}
		assertThat(files()).isEmpty();
	}

	private static void assertThatIsRefused(Reply answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(507);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().path("type").asString()).isEqualTo("/problems/insufficient-storage");
	}

	private static void assertThatNothingIsLeft() throws IOException {
		assertThat(files()).isEmpty();
		assertThat(source.bean(ObjectStore.class).list("staging/")).isEmpty();
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(disk)) {
			return files.filter(Files::isRegularFile).filter((file) -> !file.toString().endsWith(".lock")).toList();
		}
	}

	/** A photo with trailing bytes, which readers of JPEG pass over. */
	private static byte[] photoOf(int bytes) {
		return Arrays.copyOf(PlayedPipeline.newPhoto(), bytes);
	}

	private static boolean run(String... command) throws Exception {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			// There is no such command here.
			return false;
		}
	}

}
