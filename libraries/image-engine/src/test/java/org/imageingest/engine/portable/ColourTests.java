package org.imageingest.engine.portable;

import java.awt.Color;
import java.nio.file.Path;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

/**
 * Expected values were worked out from the primaries by hand: linear light, matrix to
 * XYZ, matrix to sRGB.
 */
class ColourTests {

	private static final double VISIBLE = 3;

	@TempDir
	Path directory;

	@ParameterizedTest
	@CsvSource({ "180, 100, 60, 194, 95, 45", "90, 160, 100, 59, 164, 93", "128, 128, 128, 129, 129, 129" })
	void displayP3BecomesSrgb(int red, int green, int blue, int srgbRed, int srgbGreen, int srgbBlue) {
		Color stored = new Color(red, green, blue);
		Color expected = new Color(srgbRed, srgbGreen, srgbBlue);

		assertColour(TestJpeg.jpeg(TestPictures.plain(64, 48, stored)).icc(TestProfiles.displayP3()).toBytes(),
				expected);
		assertColour(TestPng.png(TestPictures.plain(64, 48, stored)).icc(TestProfiles.displayP3()).toBytes(), expected);
	}

	@ParameterizedTest
	@CsvSource({ "180, 100, 60, 203, 100, 55", "128, 128, 128, 129, 129, 129" })
	void adobeRgbBecomesSrgbByItsProfile(int red, int green, int blue, int srgbRed, int srgbGreen, int srgbBlue) {
		byte[] photo = TestJpeg.jpeg(TestPictures.plain(64, 48, new Color(red, green, blue)))
			.icc(TestProfiles.adobeRgb())
			.toBytes();

		assertColour(photo, new Color(srgbRed, srgbGreen, srgbBlue));
	}

	@Test
	void adobeRgbBecomesSrgbByExifAlone() {
		byte[] photo = TestJpeg.jpeg(TestPictures.plain(64, 48, new Color(180, 100, 60)))
			.exif(TestExif.exif().adobeRgb())
			.toBytes();

		assertColour(photo, new Color(203, 100, 55));
	}

	@Test
	void pictureWithoutProfileIsSrgb() {
		Color colour = new Color(180, 100, 60);

		assertColour(TestJpeg.jpeg(TestPictures.plain(64, 48, colour)).toBytes(), colour);
	}

	@Test
	void brokenProfileIsIgnoredAndTold() {
		Color colour = new Color(180, 100, 60);
		byte[] photo = TestJpeg.jpeg(TestPictures.plain(64, 48, colour)).icc(new byte[200]).toBytes();

		PhotoRun run = PhotoRun.of(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

		assertThat(run.result().warnings()).containsExactly("colour-profile-ignored");
		assertThatImage(run.variant("full")).hasColourAt(32, 24, colour, VISIBLE);
	}

	@Test
	void pngCodePointsGoBeforeItsProfile() {
		byte[] photo = TestPng.png(TestPictures.plain(64, 48, new Color(180, 100, 60)))
			.chunk("cICP", new byte[] { 12, 13, 0, 1 })
			.icc(TestProfiles.adobeRgb())
			.toBytes();

		assertColour(photo, new Color(193, 95, 49));
	}

	@Test
	void highDynamicRangeIsTold() {
		byte[] photo = TestPng.png(TestPictures.plain(64, 48, Color.GRAY))
			.chunk("cICP", new byte[] { 9, 16, 0, 1 })
			.toBytes();

		assertThat(PhotoRun.of(photo, this.directory).result().warnings()).containsExactly("hdr-not-tone-mapped");
	}

	private void assertColour(byte[] photo, Color expected) {
		PhotoRun run = PhotoRun.of(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

		assertThatImage(run.variant("full")).hasColourAt(32, 24, expected, VISIBLE).hasNoMetadata();
		assertThatImage(run.variant("full_alpha")).hasColourAt(32, 24, expected, VISIBLE).hasNoMetadata();
		assertThat(run.result().warnings()).isEmpty();
	}

}
