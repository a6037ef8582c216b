package org.imageingest.engine.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.TestBmp;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class CorruptImageTests {

	private final TestEngine engine;

	@TempDir
	Path directory;

	CorruptImageTests(TestEngine engine) {
		this.engine = engine;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 0.6, 0.9, 0.98 })
	void truncatedJpegIsCorruptAndNotGrey(double share) {
		assertProblem(TestJpeg.jpeg(640, 400).truncated(share), ProblemType.CORRUPT_IMAGE);
		assertProblem(TestJpeg.jpeg(640, 400).progressive().truncated(share), ProblemType.CORRUPT_IMAGE);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.5, 0.9 })
	void truncatedPngIsCorrupt(double share) {
		assertProblem(TestPng.png(TestPictures.asymmetric(640, 400)).truncated(share), ProblemType.CORRUPT_IMAGE);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.5, 0.99 })
	void truncatedBitmapIsCorruptAndNotBlack(double share) {
		byte[] photo = TestBmp.plain(TestPictures.asymmetric(64, 40), 3, false);

		assertProblem(Arrays.copyOf(photo, (int) (photo.length * share)), ProblemType.CORRUPT_IMAGE);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.8, 0.9, 0.99 })
	void truncatedBitmapOfRunsIsCorruptAndNotBlack(double share) {
		byte[] photo = TestBmp.compressed(TestPictures.indexed(TestPictures.asymmetric(64, 40)), "BI_RLE8");

		assertProblem(Arrays.copyOf(photo, (int) (photo.length * share)), ProblemType.CORRUPT_IMAGE);
	}

	@Test
	void jpegThatOnlyLacksItsEndMarkIsWhole() {
		byte[] photo = TestJpeg.jpeg(640, 400).toBytes();

		PhotoRun run = this.engine.run(Arrays.copyOf(photo, photo.length - 2), this.directory);

		assertThatImage(run.variant("web_legacy")).isUpright();
	}

	@Test
	void damagedPixelDataIsCorrupt() {
		byte[] photo = TestPng.png(TestPictures.asymmetric(640, 400)).toBytes();
		Arrays.fill(photo, photo.length / 2, photo.length / 2 + 50, (byte) 0);

		assertProblem(photo, ProblemType.CORRUPT_IMAGE);
	}

	@Test
	void hugePngIsRefusedBeforeDecoding() {
		assertProblem(TestPng.claiming(100_000, 100_000), ProblemType.TOO_MANY_PIXELS);
	}

	@Test
	void emptyFileAndTextAreRefused() {
		assertProblem(new byte[0], ProblemType.EMPTY_FILE);
		assertProblem("<svg/>".getBytes(StandardCharsets.US_ASCII), ProblemType.UNSUPPORTED_IMAGE_TYPE);
	}

	@Test
	void missingOutputDirectoryIsTransient() throws IOException {
		Path source = TestJpeg.jpeg(20, 20).writeTo(this.directory.resolve("photo.jpg"));

		assertThatIOException().isThrownBy(() -> this.engine.engine()
			.process(new EngineRequest(source, Recipe.standard(), MetadataPolicy.standard(), ImageLimits.standard(),
					this.directory.resolve("missing"))));
	}

	@Test
	void sourceIsNeverWrittenTo() throws IOException {
		byte[] photo = TestJpeg.jpeg(20, 20).unique().toBytes();

		this.engine.run(photo, this.directory);

		assertThat(Files.readAllBytes(this.directory.resolve("source"))).isEqualTo(photo);
		try (var files = Files.list(this.directory)) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
					List.of("source", "thumbnail.webp", "thumbnail.jpg", "web.webp", "web.jpg"));
		}
	}

	private void assertProblem(byte[] photo, ProblemType type) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.engine.run(photo, this.directory))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo(type.uri()));
	}

}
