package org.imageingest.engine.raw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.imageingest.engine.EngineResult;
import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestRaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

/**
 * Variants of the pictures that cameras put into their RAWs.
 */
class RawPreviewTests {

	@TempDir
	Path directory;

	@ParameterizedTest
	@EnumSource(TestRaw.class)
	void pictureOfEveryMakerIsFoundAndShownUpright(TestRaw maker) throws IOException {
		BufferedImage upright = TestPictures.asymmetric(2400, 1600);
		int orientation = (maker == TestRaw.RAF) ? 1 : 6;
		byte[] jpeg = TestJpeg.jpeg(TestPictures.asStored(upright, orientation)).toBytes();

		PhotoRun run = run(maker.with(jpeg, orientation));

		EngineResult result = run.result();
		assertThat(result.format()).isEqualTo(ImageFormat.valueOf(maker.name().replaceAll("_.*", "")));
		assertThat(result.warnings()).isEmpty();
		assertThat(result.variants()).hasSize(4);
		assertThat(result.metadata().orientation()).isEqualTo(orientation);
		assertThatImage(run.variant("web_legacy")).hasSize(1920, 1280).isUpright();
		assertThat(files()).hasSize(5);
	}

	@ParameterizedTest
	@EnumSource(TestRaw.class)
	void pictureIsTurnedByItsOwnTagAndNotByTheRawsAsWell(TestRaw maker) throws IOException {
		BufferedImage upright = TestPictures.asymmetric(600, 400);
		byte[] jpeg = TestJpeg.jpeg(TestPictures.asStored(upright, 8)).exif(TestExif.exif().orientation(8)).toBytes();

		PhotoRun run = run(maker.with(jpeg, 3));

		assertThatImage(run.variant("web_legacy")).hasSize(600, 400).isUpright();
	}

	@Test
	void smallPictureIsShownWithAWarning() {
		EngineResult result = run(TestRaw.NEF.with(TestJpeg.jpeg(640, 424).toBytes(), 1)).result();

		assertThat(result.warnings()).containsExactly(EngineWarnings.PREVIEW_SMALLER_THAN_VARIANTS);
		assertThat(result.variants()).extracting((variant) -> variant.width()).containsExactly(300, 300, 640, 640);
		assertThat(result.metadata().storedWidth()).isEqualTo(6000);
	}

	@Test
	void thumbnailIsNoPicture() throws IOException {
		EngineResult result = run(TestRaw.CR2.with(TestJpeg.jpeg(160, 120).toBytes(), 1)).result();

		assertThat(result.variants()).isEmpty();
		assertThat(result.warnings()).containsExactly(EngineWarnings.RAW_WITHOUT_PREVIEW);
		assertThat(files()).hasSize(1);
	}

	@Test
	void progressiveAndGreyPicturesAreShown() {
		byte[] progressive = TestJpeg.jpeg(800, 600).progressive().toBytes();
		BufferedImage grey = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);

		assertThat(run(TestRaw.RAF.with(progressive, 1)).result().variants()).hasSize(4);
		assertThat(run(TestRaw.ARW.with(TestJpeg.jpeg(grey).toBytes(), 1)).result().variants()).hasSize(4);
	}

	@Test
	void pictureThatIsCutOffLeavesTheOriginalAlone() throws IOException {
		EngineResult result = run(TestRaw.RAF.with(TestJpeg.jpeg(2400, 1600).truncated(0.5), 1)).result();

		assertThat(result.variants()).isEmpty();
		assertThat(result.warnings()).containsExactly(EngineWarnings.RAW_WITHOUT_PREVIEW);
		assertThat(files()).hasSize(1);
	}

	@Test
	void nothingOfTheRawOrItsPictureIsInTheVariants() {
		byte[] jpeg = TestJpeg.jpeg(1200, 800)
			.exif(TestExif.exif().bodySerialNumber("SECRET-1").ownerName("SECRET-2").position(48.25, 11.5))
			.comment("SECRET-3")
			.toBytes();

		PhotoRun run = run(TestRaw.DNG.with(jpeg, 1));

		assertThat(run.result().variants()).hasSize(4)
			.allSatisfy((variant) -> assertThatImage(variant.file()).hasNoMetadata("SECRET", "Testcam", "48.25"));
		assertThat(run.result().toString()).doesNotContain("SECRET");
		assertThat(run.result().metadata().cameraModel()).isEqualTo("Testcam");
	}

	@Test
	void dngTellsTheColoursOfItsPicture() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(TestPictures.plain(400, 300, new java.awt.Color(40, 200, 40))).toBytes();

		int srgb = green(run(TestRaw.dng(jpeg, 1, 2)));
		int adobe = green(run(TestRaw.dng(jpeg, 1, 3)));

		assertThat(srgb).isBetween(196, 204);
		assertThat(adobe).isGreaterThan(srgb);
		assertThat(red(run(TestRaw.dng(jpeg, 1, 2)))).isBetween(36, 44);
		assertThat(red(run(TestRaw.dng(jpeg, 1, 3)))).isLessThan(20);
	}

	private static int green(PhotoRun run) throws IOException {
		return pixel(run) >> 8 & 0xFF;
	}

	private static int red(PhotoRun run) throws IOException {
		return pixel(run) >> 16 & 0xFF;
	}

	private static int pixel(PhotoRun run) throws IOException {
		return javax.imageio.ImageIO.read(run.variant("web_legacy").toFile()).getRGB(200, 150);
	}

	private PhotoRun run(byte[] raw) {
		return TestEngine.PORTABLE.run(raw, this.directory, Recipe.standard(), MetadataPolicy.standard());
	}

	private java.util.List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.toList();
		}
	}

}
