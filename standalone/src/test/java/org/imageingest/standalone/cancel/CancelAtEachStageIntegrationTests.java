package org.imageingest.standalone.cancel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.imageingest.standalone.cancel.Gate.Stop;
import org.imageingest.standalone.watch.RunningApps;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Wherever a photo is when its job or image is called off: nothing stays of it, or it was
 * too late and the image is there whole.
 */
class CancelAtEachStageIntegrationTests {

	private static final int PHOTOS = 3;

	/** Original and four variants. */
	private static final int OBJECTS = 5;

	@TempDir
	static Path folder;

	private static RunningApps apps;

	private static PipelineClient client;

	@BeforeAll
	static void start() {
		apps = RunningApps.start(folder, GateConfiguration.class, Map.of());
		client = apps.client("anna");
	}

	@AfterAll
	static void stop() throws Exception {
		apps.close();
	}

	@ParameterizedTest
	@EnumSource
	void aCancelledJobLeavesNothing(Place place) throws Exception {
		for (int i = 0; i < PHOTOS; i++) {
			JsonNode end = endAfter(place, Photos.jpeg(320 + i, 240),
					(jobId) -> assertThat(client.ask("DELETE", "/ingest/" + jobId).statusCode()).isEqualTo(202));
			assertThat(end.get("status").stringValue()).isEqualTo(place.isTooLate() ? "completed" : "cancelled");
			if (place.isTooLate()) {
				String imageId = end.get("imageId").stringValue();
				assertThat(filesOf(imageId)).hasSize(OBJECTS + 1);
				assertThat(client.ask("DELETE", "/images/" + imageId).statusCode()).isEqualTo(204);
			}
			else {
				assertThat(end.get("detail").stringValue()).isEqualTo("cancelled-by-client");
			}
			assertThatNothingIsLeft();
		}
	}

	/** The same photo again while its image is being deleted. */
	@ParameterizedTest
	@EnumSource(names = { "TAKEN_FROM_THE_QUEUE", "TAKEN_BY_THE_SINK", "RIGHT_BEFORE_THE_LAST_LOOK_AT_THE_CLAIM" })
	void aDeletedImageDoesNotComeBackByAJobThatWasUnderWay(Place place) throws Exception {
		byte[] photo = Photos.jpeg(330, 240);
		String imageId = client.awaitEnd(client.upload(photo)).get("imageId").stringValue();
		JsonNode end = endAfter(place, photo,
				(jobId) -> assertThat(client.ask("DELETE", "/images/" + imageId).statusCode()).isEqualTo(204));
		assertThat(end.get("status").stringValue()).isEqualTo("cancelled");
		assertThat(end.get("detail").stringValue()).isEqualTo("image-deleted");
		assertThat(client.ask("GET", "/images/" + imageId).statusCode()).isEqualTo(404);
		assertThatNothingIsLeft();

		assertThat(client.awaitEnd(client.upload(photo)).get("imageId").stringValue()).isEqualTo(imageId);
		assertThat(client.ask("GET", "/images/" + imageId).statusCode()).isEqualTo(200);
		assertThat(client.ask("DELETE", "/images/" + imageId).statusCode()).isEqualTo(204);
		assertThatNothingIsLeft();
	}

	private static JsonNode endAfter(Place place, byte[] photo, Action action) throws Exception {
		Stop stop = GateConfiguration.GATE.closeAt(place);
		String jobId = client.upload(photo);
		stop.awaitArrival();
		try {
			action.on(jobId);
		}
		finally {
			stop.open();
		}
		return client.awaitEnd(jobId);
	}

	private static void assertThatNothingIsLeft() {
		// What is walked vanishes meanwhile.
		await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
			assertThat(files("staging")).isEmpty();
			assertThat(files("images")).isEmpty();
			assertThat(files("originals")).isEmpty();
			assertThat(files("documents")).isEmpty();
		});
	}

	private static List<Path> filesOf(String imageId) throws IOException {
		return Stream.of("images", "originals", "documents").flatMap((prefix) -> {
			try {
				return files(prefix).stream();
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		}).filter((file) -> file.toString().contains(imageId)).toList();
	}

	private static List<Path> files(String prefix) throws IOException {
		Path start = apps.bucket().resolve(prefix);
		if (!Files.exists(start)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(start)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	/** What is done while the photo stands still. */
	@FunctionalInterface
	private interface Action {

		void on(String jobId) throws Exception;

	}

}
