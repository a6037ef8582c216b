package org.imageingest.endtoend.privacy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.imageingest.testkit.secret.PlantedPhoto;
import org.imageingest.testkit.secret.SecretSearch;
import org.imageingest.testkit.secret.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * Photos of all kinds with secrets in every place go through the whole pipeline. Then
 * every byte that it keeps, outside of the originals, and everything that it tells is
 * searched for them.
 */
class PlantedSecretsIntegrationTests {

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();

	@Test
	void nothingOfTheSecretsIsKeptOrToldButTheLocationThatItsOwnerWantsKept() throws Exception {
		Path data = this.folder.resolve("data");
		Path temporary = Files.createDirectories(this.folder.resolve("temporary"));
		SearchedFolders searched = new SearchedFolders(data, temporary);
		try (StandaloneProcess standalone = StandaloneProcess.startWith(data, "-Djava.io.tmpdir=" + temporary,
				"-Dimage.metadata.allow-location-opt-in=true")) {
			PipelineClient client = standalone.client();
			for (PlantedPhoto photo : PlantedPhoto.all()) {
				JsonNode status = followed(client, client.upload(photo.file()));
				assertThat(removed(status)).as(photo.name()).isEqualTo(without(photo.groups(), "camera", "timestamps"));
			}
			awaitCleanStaging(data);
			this.told.add(client.ask("GET", "/ingest/jobs").body());
			assertThat(searched.inOriginals(SecretSearch.forAll()))
				.hasSizeGreaterThanOrEqualTo(PlantedPhoto.all().size());
			assertThat(searched.outsideOfOriginals(SecretSearch.forAll())).isEmpty();
			assertThat(searched.anyContains(data.resolve("broker"), "photo.jpg")).as("messages lie here, readable")
				.isTrue();
			this.told.add(standalone.output());
			this.told.add(standalone.log());
			assertThat(this.told).flatExtracting((text) -> found(SecretSearch.forAll(), text)).isEmpty();

			for (PlantedPhoto photo : PlantedPhoto.all()) {
				if (photo.groups().contains("gps")) {
					assertLocationIsKept(followed(client, client.uploadKeepingLocation(photo.file())), photo);
				}
			}
			awaitCleanStaging(data);
			this.told.add(standalone.log());
			standalone.stop();
		}
		SecretSearch others = SecretSearch.except("gps.decimal");
		assertThat(searched.outsideOfOriginals(others)).isEmpty();
		assertThat(this.told).flatExtracting((text) -> found(others, text)).isEmpty();
	}

	/**
	 * Follows a job to its end by its stream, and notes everything that is told of it.
	 */
	private JsonNode followed(PipelineClient client, String jobId) throws Exception {
		client.follow(jobId).forEach((event) -> this.told.add(event.toString()));
		JsonNode status = client.awaitEnd(jobId);
		assertThat(status.get("status").stringValue()).as(status::toString).isEqualTo("completed");
		this.told.add(status.toString());
		this.told.add(client.ask("GET", "/images/" + status.get("imageId").stringValue()).body());
		return status;
	}

	private static void assertLocationIsKept(JsonNode status, PlantedPhoto photo) {
		JsonNode gps = status.at("/metadata/gps");
		assertThat(gps.path("latitude").asDouble()).as(photo.name()).isCloseTo(Secrets.LATITUDE, within(1e-6));
		assertThat(gps.path("longitude").asDouble()).isCloseTo(Secrets.LONGITUDE, within(1e-6));
		assertThat(removed(status)).isEqualTo(without(photo.groups(), "camera", "timestamps", "gps"));
	}

	/** The last copies outside of the originals are those in staging. */
	private static void awaitCleanStaging(Path data) {
		// What is walked vanishes meanwhile
		await().ignoreExceptions().untilAsserted(() -> {
			try (var files = Files.walk(data)) {
				assertThat(files.filter(Files::isRegularFile).map(Path::toString))
					.noneMatch((file) -> file.contains("/staging/"));
			}
		});
	}

	private static Set<String> removed(JsonNode status) {
		return new HashSet<>(
				StreamSupport.stream(status.get("removed").spliterator(), false).map(JsonNode::stringValue).toList());
	}

	private static Set<String> without(Set<String> groups, String... kept) {
		Set<String> left = new HashSet<>(groups);
		left.removeAll(Set.of(kept));
		return left;
	}

	private static Set<String> found(SecretSearch search, String text) {
		return search.in(text.getBytes(StandardCharsets.UTF_8));
	}

}
