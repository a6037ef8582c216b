package org.imageingest.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.recipe.Recipe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Real photos of real cameras, compared with what other programs read in them. The photos
 * are not part of the repository; without them these tests are skipped.
 */
class CorpusTests {

	private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../../shared/corpus"));

	private static final int SHORTEST_SERIAL = 5;

	private static final Duration HOSTILE_LIMIT = Duration.ofSeconds(20);

	@TempDir
	Path directory;

	@TestFactory
	Stream<DynamicTest> photosOfCamerasAndPhones() throws IOException {
		return tests("photos", this::verify);
	}

	@TestFactory
	Stream<DynamicTest> photosOfEveryOrientation() throws IOException {
		return tests("orientation", this::verify);
	}

	@TestFactory
	Stream<DynamicTest> hostileFilesEndInAResultOrAProblem() throws IOException {
		return tests("hostile", this::verifyBounded);
	}

	private Stream<DynamicTest> tests(String group, Verification verification) throws IOException {
		Path manifest = CORPUS.resolve("manifest.jsonl");
		if (!Files.exists(manifest)) {
			// A test of its own, because a skipped factory leaves no trace in the report
			return Stream.of(DynamicTest.dynamicTest(group + ": no corpus",
					() -> Assumptions.abort("No photo corpus at " + CORPUS)));
		}
		JsonMapper mapper = new JsonMapper();
		List<JsonNode> rows = new ArrayList<>();
		for (String line : Files.readAllLines(manifest)) {
			JsonNode row = mapper.readTree(line);
			if (row.get("group").asString().equals(group)) {
				rows.add(row);
			}
		}
		assertThat(rows).isNotEmpty();
		return rows.stream()
			.map((row) -> DynamicTest.dynamicTest(row.get("path").asString(), () -> verification.verify(row)));
	}

	private void verify(JsonNode row) throws IOException {
		Path output = Files.createTempDirectory(this.directory, "photo");

		PhotoRun run = PhotoRun.of(CORPUS.resolve(row.get("path").asString()), output, Recipe.standard(),
				MetadataPolicy.standard());

		assertThat(row.get("expected").asString()).isEqualTo("variants");
		assertThat(run.result().variants()).hasSize(4);
		assertThat(run.result().metadata().width()).isEqualTo(row.get("displayWidth").asInt());
		assertThat(run.result().metadata().height()).isEqualTo(row.get("displayHeight").asInt());
		assertThat(run.result().metadata().cameraMake()).isEqualTo(text(row, "make"));
		assertThat(run.result().metadata().cameraModel()).isEqualTo(text(row, "model"));
		if (row.hasNonNull("captureDate")) {
			assertThat(run.result().metadata().captureDate()).isEqualTo(captureDate(row));
		}
		if (row.get("hasGps").asBoolean()) {
			assertThat(run.result().removed()).contains("gps");
		}
		assertClean(run, row);
	}

	private void verifyBounded(JsonNode row) throws IOException {
		Path output = Files.createTempDirectory(this.directory, "hostile");
		Path photo = CORPUS.resolve(row.get("path").asString());
		assertTimeoutPreemptively(HOSTILE_LIMIT, () -> {
			try {
				PhotoRun run = PhotoRun.of(photo, output, Recipe.standard(), MetadataPolicy.standard());
				assertThat(run.result().metadata().storedWidth()).isPositive();
			}
			catch (ProblemException ex) {
				assertThat(ex.problem().status()).isBetween(415, 422);
			}
		});
	}

	private static void assertClean(PhotoRun run, JsonNode row) throws IOException {
		List<String> secrets = new ArrayList<>();
		row.get("serialTags").forEach((value) -> secrets.add(value.asString()));
		secrets.removeIf((secret) -> secret.length() < SHORTEST_SERIAL);
		if (row.hasNonNull("gpsLat")) {
			secrets.add(String.format(Locale.ROOT, "%.5f", row.get("gpsLat").asDouble()));
		}
		for (RenderedVariant variant : run.result().variants()) {
			assertThatImage(variant.file()).hasSize(variant.width(), variant.height())
				.hasNoMetadata(secrets.toArray(String[]::new));
		}
		String told = run.result().toString();
		assertThat(secrets).noneMatch(told::contains);
	}

	/** The manifest has raw tag text. */
	private static String captureDate(JsonNode row) {
		String raw = row.get("captureDate").asString();
		String date = raw.substring(0, 10).replace(':', '-') + "T" + raw.substring(11, 19);
		String offset = text(row, "captureOffset");
		return (offset != null) ? date + offset : date;
	}

	private static String text(JsonNode row, String name) {
		return row.hasNonNull(name) ? row.get(name).asString() : null;
	}

	/** Looks at one row of the manifest. */
	private interface Verification {

		void verify(JsonNode row) throws IOException;

	}

}
