package org.imageingest.engine.render;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

/**
 * Expected values were worked out from the primaries by hand: linear light, matrix to
 * XYZ, matrix to sRGB.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class ColourTests {

	private static final double VISIBLE = 3;

	private final TestEngine engine;

	@TempDir
	Path directory;

	ColourTests(TestEngine engine) {
		this.engine = engine;
	}

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

	@ParameterizedTest
	@CsvSource({ "180, 100, 60", "90, 160, 100", "60, 70, 140", "128, 128, 128", "240, 235, 230" })
	void proPhotoBecomesSrgb(int red, int green, int blue) {
		Color expected = reference(
				new double[][] { { 0.7977, 0.2880, 0.0000 }, { 0.1352, 0.7119, 0.0000 }, { 0.0313, 0.0001, 0.8249 } },
				1.8, red, green, blue);
		int[] pixel = { red * 257, green * 257, blue * 257 };

		assertColour(TestPng.png(TestPictures.plain(64, 48, new Color(red, green, blue)))
			.icc(TestProfiles.proPhoto())
			.toBytes(), expected);
		assertColour(TestJpeg.jpeg(TestPictures.plain(64, 48, new Color(red, green, blue)))
			.icc(TestProfiles.proPhoto())
			.toBytes(), expected);
		assertColour(TestPng.halves(16, 2, pixel, pixel, Map.of("iCCP", iccp(TestProfiles.proPhoto()))), expected);
	}

	@Test
	void gammaThatIsNamedCountsForGreyToo() {
		byte[] gamma = ByteBuffer.allocate(4).putInt(100_000).array();
		int[] light = { 128 };
		int[] colours = { 128, 128, 128 };
		Color expected = new Color(188, 188, 188);

		assertColour(TestPng.halves(8, 0, light, light, Map.of("gAMA", gamma)), expected);
		assertColour(TestPng.halves(8, 2, colours, colours, Map.of("gAMA", gamma)), expected);
	}

	/** The whole way by hand: light, CIE XYZ for D50, light of sRGB, value. */
	private static Color reference(double[][] columns, double gamma, int... rgb) {
		double[][] fromXyz = { { 3.1338561, -1.6168667, -0.4906146 }, { -0.9787684, 1.9161415, 0.0334540 },
				{ 0.0719453, -0.2289914, 1.4052427 } };
		double[] xyz = new double[3];
		for (int c = 0; c < 3; c++) {
			for (int i = 0; i < 3; i++) {
				xyz[i] += columns[c][i] * Math.pow(rgb[c] / 255.0, gamma);
			}
		}
		int[] values = new int[3];
		for (int c = 0; c < 3; c++) {
			double light = Math.clamp(fromXyz[c][0] * xyz[0] + fromXyz[c][1] * xyz[1] + fromXyz[c][2] * xyz[2], 0, 1);
			double value = (light <= 0.0031308) ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
			values[c] = (int) Math.round(255 * value);
		}
		return new Color(values[0], values[1], values[2]);
	}

	private static byte[] iccp(byte[] profile) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(new byte[] { 'p', 0, 0 });
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(content)) {
			deflater.write(profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return content.toByteArray();
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

		PhotoRun run = this.engine.run(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

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

		assertThat(this.engine.run(photo, this.directory).result().warnings()).containsExactly("hdr-not-tone-mapped");
	}

	private void assertColour(byte[] photo, Color expected) {
		PhotoRun run = this.engine.run(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

		assertThatImage(run.variant("full")).hasColourAt(32, 24, expected, VISIBLE).hasNoMetadata();
		assertThatImage(run.variant("full_alpha")).hasColourAt(32, 24, expected, VISIBLE).hasNoMetadata();
		assertThat(run.result().warnings()).isEmpty();
	}

}
