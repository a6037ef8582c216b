package org.imageingest.engine.render;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class OrientationTests {

	private final TestEngine engine;

	@TempDir
	Path directory;

	OrientationTests(TestEngine engine) {
		this.engine = engine;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void everyVariantOfAJpegStandsUpright(int orientation) {
		byte[] photo = TestJpeg.jpeg(stored(orientation)).exif(TestExif.exif().orientation(orientation)).toBytes();

		assertUpright(this.engine.run(photo, this.directory), orientation);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void everyVariantOfAPngStandsUpright(int orientation) {
		byte[] photo = TestPng.png(stored(orientation)).exif(TestExif.exif().orientation(orientation)).toBytes();

		assertUpright(this.engine.run(photo, this.directory), orientation);
	}

	private static BufferedImage stored(int orientation) {
		return TestPictures.asStored(TestPictures.asymmetric(640, 400), orientation);
	}

	private static void assertUpright(PhotoRun run, int orientation) {
		assertThatImage(run.variant("thumbnail")).isWebp().hasSize(300, 188).isUpright();
		assertThatImage(run.variant("thumbnail_legacy")).isJpeg().hasSize(300, 188).isUpright();
		assertThatImage(run.variant("web")).isWebp().hasSize(640, 400).isUpright();
		assertThatImage(run.variant("web_legacy")).isJpeg().hasSize(640, 400).isUpright();
		assertThat(run.result().metadata().orientation()).isEqualTo(orientation);
		assertThat(run.result().metadata().width()).isEqualTo(640);
		assertThat(run.result().metadata().storedWidth()).isEqualTo((orientation >= 5) ? 400 : 640);
		assertThat(run.result().warnings()).isEmpty();
	}

}
