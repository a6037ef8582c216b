package org.imageingest.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.imageingest.engine.render.TargetSize;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.recipe.Recipe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Real photos of real cameras, rare formats and hostile files, compared with what other
 * programs read in them and make of them. The files are not part of the repository;
 * without them these tests are skipped.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class CorpusTests {

	private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../../shared/corpus"));

	private static final Path TABLE = Path.of("../../docs/formats.md");

	private static final int SHORTEST_SERIAL = 5;

	/** One mean of a sixteenth of the picture against another. */
	private static final double SAME_COLOUR = 3;

	private static final int SMALLEST_COMPARABLE = 8;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final TestEngine engine;

	private final CorpusDifferences differences;

	private final CorpusTable table = new CorpusTable();

	private final Leftovers leftovers = new Leftovers();

	@TempDir
	Path directory;

	CorpusTests(TestEngine engine) {
		this.engine = engine;
		this.differences = CorpusDifferences.of(engine);
	}

	@TestFactory
	Stream<DynamicNode> everyFileOfTheCorpusEndsAsItShould() throws IOException {
		Path manifest = CORPUS.resolve("manifest.jsonl");
		if (!Files.exists(manifest)) {
			// A test of its own, because a skipped factory leaves no trace in the report
			return Stream
				.of(DynamicTest.dynamicTest("no corpus", () -> Assumptions.abort("No photo corpus at " + CORPUS)));
		}
		try {
			this.engine.engine();
		}
		catch (TestAbortedException ex) {
			return Stream.of(DynamicTest.dynamicTest("no engine", () -> Assumptions.abort(ex.getMessage())));
		}
		JsonMapper mapper = new JsonMapper();
		Map<String, List<DynamicTest>> groups = new LinkedHashMap<>();
		for (String line : Files.readAllLines(manifest)) {
			JsonNode row = mapper.readTree(line);
			groups.computeIfAbsent(row.get("group").asString(), (_) -> new ArrayList<>())
				.add(DynamicTest.dynamicTest(row.get("path").asString(),
						() -> assertTimeoutPreemptively(LIMIT, () -> verify(row))));
		}
		assertThat(groups).containsOnlyKeys("photos", "orientation", "formats", "colour", "raw", "hostile");
		return Stream.concat(
				groups.entrySet()
					.stream()
					.map((group) -> DynamicContainer.dynamicContainer(group.getKey(), group.getValue())),
				Stream.of(DynamicTest.dynamicTest("every known difference is still one", this.differences::verifyUsed),
						DynamicTest.dynamicTest("hostile files leave nothing behind", this.leftovers::verify),
						DynamicTest.dynamicTest("docs/formats.md tells these outcomes",
								() -> assertThat(TABLE).content().contains(this.table.toMarkdown()))));
	}

	private void verify(JsonNode row) throws IOException {
		Path output = Files.createTempDirectory(this.directory, "photo");
		Path photo = CORPUS.resolve(row.get("path").asString());
		boolean hostile = row.get("group").asString().equals("hostile");
		if (hostile) {
			this.leftovers.before();
		}
		String outcome;
		try {
			PhotoRun run = this.engine.run(photo, output, Recipe.standard(), MetadataPolicy.standard());
			outcome = run.result().variants().isEmpty() ? "original-only" : "variants";
			verifyResult(run, row);
		}
		catch (ProblemException ex) {
			outcome = ex.problem().type().toString().replaceAll(".*/", "");
		}
		if (hostile) {
			this.leftovers.verifyFolder(output);
		}
		this.table.count(row.get("group").asString(), row.get("category").asString(), outcome);
		this.differences.verify(row.get("path").asString(), row.get("expected").asString(), outcome);
	}

	private static void verifyResult(PhotoRun run, JsonNode row) throws IOException {
		EngineResult result = run.result();
		if (result.variants().isEmpty()) {
			assertThat(result.warnings()).contains(result.format().isRaw() ? EngineWarnings.RAW_WITHOUT_PREVIEW
					: EngineWarnings.FORMAT_NEEDS_NATIVE_ENGINE);
		}
		else {
			assertThat(result.variants()).hasSize(4);
			assertVariantsClean(run, secrets(row));
		}
		String group = row.get("group").asString();
		if (group.equals("hostile")) {
			assertThat(result.metadata().storedWidth()).isPositive();
			return;
		}
		String told = result.toString();
		assertThat(secrets(row)).noneMatch(told::contains);
		if (!group.equals("raw")) {
			assertThat(result.metadata().width()).isEqualTo(row.get("displayWidth").asInt());
			assertThat(result.metadata().height()).isEqualTo(row.get("displayHeight").asInt());
			assertSizes(result, row);
		}
		if (group.equals("photos") || group.equals("orientation")) {
			assertMetadata(result, row);
		}
		if (group.equals("colour") && isComparable(run, row)) {
			assertThat(ColourGrid.of(run.variant("web_legacy"))
				.distance(ColourGrid.of(CORPUS.resolve(row.get("path").asString())))).isLessThan(SAME_COLOUR);
		}
	}

	/**
	 * Java 2D itself converts whole pictures, one profile to another; it neither turns
	 * them upright nor knows arithmetic coding nor CMYK without a profile, and takes grey
	 * as it is.
	 */
	private static boolean isComparable(PhotoRun run, JsonNode row) {
		return !run.result().variants().isEmpty() && run.result().warnings().isEmpty()
				&& run.result().metadata().orientation() == 1 && run.result().metadata().width() >= SMALLEST_COMPARABLE
				&& !"GRAY".equals(text(row, "iccColourSpace")) && !row.get("path").asString().endsWith(".tiff")
				&& !row.get("category").asString().equals("arithmetic");
	}

	private static void assertSizes(EngineResult result, JsonNode row) {
		for (RenderedVariant made : result.variants()) {
			TargetSize size = TargetSize.fit(row.get("displayWidth").asInt(), row.get("displayHeight").asInt(),
					made.variant().maxDimension());
			assertThat(made.width()).isEqualTo(size.width());
			assertThat(made.height()).isEqualTo(size.height());
		}
	}

	private static void assertMetadata(EngineResult result, JsonNode row) {
		assertThat(result.metadata().cameraMake()).isEqualTo(text(row, "make"));
		assertThat(result.metadata().cameraModel()).isEqualTo(text(row, "model"));
		if (row.hasNonNull("captureDate")) {
			assertThat(result.metadata().captureDate()).isEqualTo(captureDate(row));
		}
		if (row.get("hasGps").asBoolean()) {
			assertThat(result.removed()).contains("gps");
		}
	}

	private static List<String> secrets(JsonNode row) {
		List<String> secrets = new ArrayList<>();
		row.get("serialTags").forEach((value) -> secrets.add(value.asString()));
		secrets.removeIf((secret) -> secret.length() < SHORTEST_SERIAL);
		if (row.hasNonNull("gpsLat")) {
			secrets.add(String.format(Locale.ROOT, "%.5f", row.get("gpsLat").asDouble()));
		}
		return secrets;
	}

	private static void assertVariantsClean(PhotoRun run, List<String> secrets) {
		for (RenderedVariant variant : run.result().variants()) {
			assertThatImage(variant.file()).hasSize(variant.width(), variant.height())
				.hasNoMetadata(secrets.toArray(String[]::new));
		}
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

}
