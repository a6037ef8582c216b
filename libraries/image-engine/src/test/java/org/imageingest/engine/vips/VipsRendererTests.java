package org.imageingest.engine.vips;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

class VipsRendererTests {

	@TempDir
	Path directory;

	@BeforeEach
	void needsLibvips() {
		assertThat(TestEngine.VIPS.engine().description().name()).isEqualTo("vips");
	}

	@Test
	void tellsItsLibraryAndTheFormatsThatItDecodes() {
		VipsRenderer renderer = new VipsRenderer();

		assertThat(renderer.libraries()).singleElement().asString().matches("libvips 8\\.\\d+\\.\\d+");
		assertThat(renderer.formats()).contains(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP)
			.doesNotContain(ImageFormat.BMP, ImageFormat.CR2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heic", "avif" })
	void heifIsDecoded(String extension) throws IOException {
		Path photo = this.directory.resolve("photo");
		try (InputStream file = Objects.requireNonNull(VipsRenderer.class.getResourceAsStream("probe." + extension))) {
			Files.copy(file, photo);
		}

		PhotoRun run = TestEngine.VIPS.run(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

		assertThat(run.result().engine()).isEqualTo("vips");
		for (String variant : List.of("full", "full_alpha")) {
			assertThatImage(run.variant(variant)).hasSize(64, 48)
				.hasColourAt(8, 8, TestPictures.TOP_LEFT, 8)
				.hasColourAt(56, 8, TestPictures.TOP_RIGHT, 8)
				.hasColourAt(8, 40, TestPictures.BOTTOM_LEFT, 8)
				.hasColourAt(56, 40, TestPictures.BOTTOM_RIGHT, 8)
				.hasNoMetadata();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "JPEG", "PNG", "GIF", "TIFF", "WEBP" })
	void commonFormatsAreNotLeftToOthers(String format) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		assertThat(ImageIO.write(TestPictures.asymmetric(640, 400), format.toLowerCase(Locale.ROOT), file)).isTrue();

		assertThat(TestEngine.VIPS.run(file.toByteArray(), this.directory).result().engine()).isEqualTo("vips");
	}

	@Test
	void inksAreNotLeftToOthers() {
		assertThat(TestEngine.VIPS.run(TestJpeg.inks(64, 48, 0, 255, 255, 0, 2), this.directory).result().engine())
			.isEqualTo("vips");
	}

	@ParameterizedTest
	@CsvSource({ "4032, 3024, 1920, 1", "4032, 3024, 300, 4", "7680, 4320, 1920, 2", "7680, 10, 1920, 1",
			"7679, 4000, 1920, 1", "9600, 6400, 300, 8", "9600, 2, 300, 1", "200, 100, 1920, 1" })
	void jpegIsDecodedSmallerOnlyWhereTwiceTheTargetRemains(int width, int height, int side, int shrink) {
		assertThat(JpegLoader.shrink(new ImageHeader(ImageFormat.JPEG, width, height), side)).isEqualTo(shrink);
	}

	@Test
	void pictureThatIsLargerThanItsHeaderTellsIsNotDecoded() throws IOException {
		Path photo = TestPng.png(TestPictures.asymmetric(640, 400)).writeTo(this.directory.resolve("photo"));

		assertThatExceptionOfType(CorruptPictureException.class)
			.isThrownBy(() -> render(photo, new ImageHeader(ImageFormat.PNG, 64, 40)))
			.withMessageContaining("640 x 400");
	}

	@Test
	void kindThatLibvipsLacksIsLeftToOthers() throws IOException {
		Path photo = TestPng.png(TestPictures.asymmetric(64, 40)).writeTo(this.directory.resolve("photo"));

		assertThatExceptionOfType(UnsupportedPictureException.class)
			.isThrownBy(() -> render(photo, new ImageHeader(ImageFormat.BMP, 64, 40)));
	}

	@Test
	void fileThatCannotBeReadIsNotCorrupt() {
		assertThatIOException()
			.isThrownBy(() -> render(this.directory.resolve("missing"), new ImageHeader(ImageFormat.PNG, 64, 40)));
	}

	@Test
	void threadsDoNotMixUpWhoseFileIsCorrupt() throws Exception {
		BufferedImage picture = TestPictures.asymmetric(320, 200);
		Path whole = TestJpeg.jpeg(picture).writeTo(this.directory.resolve("whole"));
		Path cut = Files.write(this.directory.resolve("cut"), TestJpeg.jpeg(320, 200).truncated(0.5));
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Callable<Boolean>> tasks = IntStream.range(0, 40)
				.<Callable<Boolean>>mapToObj((i) -> () -> isWhole((i % 2 == 0) ? whole : cut, i))
				.toList();
			List<Future<Boolean>> results = threads.invokeAll(tasks);
			for (int i = 0; i < results.size(); i++) {
				assertThat(results.get(i).get()).isEqualTo(i % 2 == 0);
			}
		}
	}

	private boolean isWhole(Path photo, int i) throws IOException {
		try {
			new VipsRenderer().render(picture(photo, new ImageHeader(ImageFormat.JPEG, 320, 200)), new RenderTask(
					Recipe.standard().variants(), Files.createDirectory(this.directory.resolve("out" + i)), 1));
			return true;
		}
		catch (CorruptPictureException ex) {
			return false;
		}
	}

	private void render(Path photo, ImageHeader header) throws IOException {
		new VipsRenderer().render(picture(photo, header),
				new RenderTask(Recipe.standard().variants(), this.directory, 1));
	}

	private static SourcePicture picture(Path photo, ImageHeader header) {
		return new SourcePicture(photo, header, ColourTags.NONE, 1, new LinkedHashSet<>());
	}

}
