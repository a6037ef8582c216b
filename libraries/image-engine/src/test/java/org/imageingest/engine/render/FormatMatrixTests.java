package org.imageingest.engine.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.testkit.TestBmp;
import org.imageingest.testkit.TestGif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

/**
 * Every layout of every format that is decoded, made here.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class FormatMatrixTests {

	private static final double CLOSE = 3;

	/**
	 * Inks without a profile are only near: on paper they are darker than on a screen.
	 */
	private static final double NEAR = 75;

	private final TestEngine engine;

	@TempDir
	Path directory;

	FormatMatrixTests(TestEngine engine) {
		this.engine = engine;
	}

	@ParameterizedTest
	@CsvSource({ "0, 255, 255, 0, 255, 0, 0", "255, 0, 255, 0, 0, 255, 0", "0, 0, 0, 255, 0, 0, 0",
			"0, 0, 0, 0, 255, 255, 255" })
	void inksBecomeColours(int cyan, int magenta, int yellow, int black, int red, int green, int blue) {
		Color expected = new Color(red, green, blue);

		for (int transform : new int[] { 0, 2 }) {
			PhotoRun run = run(TestJpeg.inks(64, 48, cyan, magenta, yellow, black, transform));
			assertThatImage(run.variant("full")).hasSize(64, 48).hasColourAt(32, 24, expected, NEAR);
			assertThat(run.result().warnings()).containsExactly("colour-approximated");
		}
		assertThatImage(run(TestTiff.inks(64, 48, cyan, magenta, yellow, black)).variant("full")).hasColourAt(32, 24,
				expected, NEAR);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 9", "8, 8", "15, 17", "33, 31" })
	void jpegOfAnySizeIsWhole(int width, int height) {
		BufferedImage picture = TestPictures.plain(width, height, TestPictures.TOP_LEFT);

		for (TestJpeg jpeg : new TestJpeg[] { TestJpeg.jpeg(picture), TestJpeg.jpeg(picture).progressive(),
				TestJpeg.jpeg(picture).restartMarks(1) }) {
			assertThatImage(run(jpeg.toBytes()).variant("full")).hasSize(width, height)
				.hasColourAt(width - 1, height - 1, TestPictures.TOP_LEFT, CLOSE);
		}
	}

	@Test
	void jpegWithRestartMarksIsTaken() {
		byte[] photo = TestJpeg.jpeg(320, 200).restartMarks(3).toBytes();

		assertThat(photo).containsSequence(0xFF, 0xDD, 0, 4, 0, 3);
		assertThatImage(run(photo).variant("full")).isUpright();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8, 16 })
	void pngGreyOfEveryDepthIsTaken(int bits) {
		int most = (1 << bits) - 1;

		PhotoRun run = run(TestPng.halves(bits, 0, new int[] { 0 }, new int[] { most }, Map.of()));

		assertHalves(run, Color.BLACK, Color.WHITE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void pngPaletteOfEveryDepthIsTaken(int bits) {
		byte[] palette = { (byte) 200, 40, 40, 50, 60, (byte) 200 };

		PhotoRun run = run(TestPng.halves(bits, 3, new int[] { 0 }, new int[] { 1 }, Map.of("PLTE", palette)));

		assertHalves(run, TestPictures.TOP_LEFT, TestPictures.BOTTOM_LEFT);
	}

	@Test
	void pngColourThatMeansNothingIsTransparent() {
		Map<String, byte[]> palette = new LinkedHashMap<>();
		palette.put("PLTE", new byte[] { (byte) 200, 40, 40, 50, 60, (byte) 200 });
		palette.put("tRNS", new byte[] { (byte) 255, 0 });
		int[] red = { 200, 40, 40 };
		int[] blue = { 50, 60, 200 };

		assertRightIsTransparent(TestPng.halves(8, 3, new int[] { 0 }, new int[] { 1 }, palette));
		assertRightIsTransparent(TestPng.halves(8, 2, red, blue, Map.of("tRNS", new byte[] { 0, 50, 0, 60, 0, -56 })));
		assertRightIsTransparent(TestPng.halves(8, 6, with(red, 255), with(blue, 0), Map.of()));
	}

	@Test
	void pngOfSixteenBitsIsTaken() {
		int[] red = { 200 * 257, 40 * 257, 40 * 257 };
		int[] blue = { 50 * 257, 60 * 257, 200 * 257 };

		assertHalves(run(TestPng.halves(16, 2, red, blue, Map.of())), TestPictures.TOP_LEFT, TestPictures.BOTTOM_LEFT);
		assertRightIsTransparent(TestPng.halves(16, 6, with(red, 65_535), with(blue, 0), Map.of()));
		assertHalves(
				run(TestPng.halves(16, 4, new int[] { 100 * 257, 65_535 }, new int[] { 200 * 257, 65_535 }, Map.of())),
				new Color(100, 100, 100), new Color(200, 200, 200));
	}

	@Test
	void gifShowsItsFirstFrameOnItsScreen() {
		byte[] photo = TestGif.screen(200, 100)
			.frame(TestPictures.indexed(TestPictures.plain(50, 40, TestPictures.TOP_LEFT)), 30, 20,
					"restoreToBackgroundColor")
			.frame(TestPictures.indexed(TestPictures.plain(200, 100, TestPictures.BOTTOM_LEFT)), 0, 0, "none")
			.toBytes();

		PhotoRun run = run(photo);

		assertThat(run.result().metadata().animated()).isTrue();
		assertThatImage(run.variant("full_alpha")).hasSize(200, 100)
			.hasAlphaAt(10, 50, 0)
			.hasAlphaAt(150, 50, 0)
			.hasAlphaAt(50, 40, 255)
			.hasColourAt(50, 40, TestPictures.TOP_LEFT, 8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "Deflate", "ZLib", "PackBits", "JPEG" })
	void tiffOfEveryCompressionIsTaken(String compression) {
		assertUpright(TestTiff.compressed(TestPictures.asymmetric(320, 200), compression));
	}

	@Test
	void tiffOfEveryLayoutIsTaken() {
		BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY);
		int[] values = new int[64 * 64];
		Arrays.fill(values, 100 * 257);
		grey.getRaster().setSamples(0, 0, 64, 64, 0, values);
		Color expected = new Color(100, 100, 100);

		assertUpright(TestTiff.planar(TestPictures.asymmetric(320, 200)));
		assertUpright(TestTiff.compressed(TestPictures.indexed(TestPictures.asymmetric(320, 200)), "LZW"));
		assertHalves(run(TestTiff.compressed(grey, "LZW")), expected, expected);
	}

	@Test
	void bitmapOfEveryLayoutIsTaken() {
		BufferedImage picture = TestPictures.asymmetric(321, 200);

		assertUpright(TestBmp.plain(picture, 3, false));
		assertUpright(TestBmp.plain(picture, 3, true));
		assertUpright(TestBmp.plain(picture, 4, false));
		assertUpright(TestBmp.plain(picture, 4, true));
		assertUpright(TestBmp.compressed(TestPictures.indexed(picture), "BI_RLE8"));
		assertUpright(TestBmp.compressed(
				TestPictures.copy(picture, new BufferedImage(321, 200, BufferedImage.TYPE_USHORT_565_RGB)),
				"BI_BITFIELDS"));
		assertUpright(TestBmp.compressed(
				TestPictures.copy(picture, new BufferedImage(321, 200, BufferedImage.TYPE_USHORT_555_RGB)), "BI_RGB"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Lossy", "Lossless" })
	void webpOfEveryKindIsTaken(String kind) throws IOException {
		assertUpright(webp(TestPictures.asymmetric(320, 200), kind));
		assertThatImage(run(webp(TestPictures.transparentDisc(320, 200), kind)).variant("full_alpha"))
			.hasAlphaAt(2, 2, 0)
			.hasAlphaAt(160, 100, 255)
			.hasColourAt(160, 100, TestPictures.TOP_LEFT, 8);
	}

	private PhotoRun run(byte[] photo) {
		return this.engine.run(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());
	}

	private void assertUpright(byte[] photo) {
		PhotoRun run = run(photo);
		assertThatImage(run.variant("full")).isUpright();
		assertThat(run.result().warnings()).isEmpty();
	}

	private static void assertHalves(PhotoRun run, Color left, Color right) {
		assertThatImage(run.variant("full")).hasSize(64, 64)
			.hasColourAt(12, 32, left, CLOSE)
			.hasColourAt(52, 32, right, CLOSE);
		assertThat(run.result().warnings()).isEmpty();
	}

	private void assertRightIsTransparent(byte[] photo) {
		PhotoRun run = run(photo);
		assertThatImage(run.variant("full_alpha")).hasAlphaAt(12, 32, 255)
			.hasColourAt(12, 32, TestPictures.TOP_LEFT, CLOSE)
			.hasAlphaAt(52, 32, 0);
		assertThatImage(run.variant("full")).hasColourAt(52, 32, Color.WHITE, CLOSE);
	}

	private static int[] with(int[] colour, int alpha) {
		int[] pixel = Arrays.copyOf(colour, 4);
		pixel[3] = alpha;
		return pixel;
	}

	private static byte[] webp(BufferedImage picture, String kind) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("webp").next();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
			writer.setOutput(output);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(kind);
			param.setCompressionQuality(0.95f);
			writer.write(null, new IIOImage(picture, null, null), param);
		}
		finally {
			writer.dispose();
		}
		return file.toByteArray();
	}

}
