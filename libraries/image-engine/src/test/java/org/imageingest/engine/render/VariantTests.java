package org.imageingest.engine.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.imageingest.engine.LanczosReference;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class VariantTests {

	/** Against the whole photo shrunk by the formula, encoding included. */
	private static final double SAME_PICTURE = 0.97;

	private final TestEngine engine;

	@TempDir
	Path directory;

	VariantTests(TestEngine engine) {
		this.engine = engine;
	}

	@Test
	void largePhotoShrinksToTheRecipe() throws IOException {
		PhotoRun run = this.engine.run(TestJpeg.jpeg(2400, 1600).toBytes(), this.directory);

		assertThatImage(run.variant("web")).isWebp().hasSize(1920, 1280).isUpright();
		assertThatImage(run.variant("web_legacy")).isJpeg().hasSize(1920, 1280).isUpright();
		assertThatImage(run.variant("thumbnail")).hasSize(300, 200).isUpright();
		assertThat(run.result().variants()).extracting((variant) -> variant.variant().name())
			.containsExactly("thumbnail", "thumbnail_legacy", "web", "web_legacy");
		assertThat(run.result().variants()).extracting(RenderedVariant::width).containsExactly(300, 300, 1920, 1920);
	}

	@Test
	void thumbnailMadeFromTheWebSizeLooksLikeOneMadeFromThePhoto() {
		BufferedImage picture = TestPictures.asymmetric(1200, 800);

		PhotoRun run = this.engine.run(TestPng.png(picture).toBytes(), this.directory,
				recipe(VariantFormat.JPEG, 600, 150), MetadataPolicy.standard());

		assertThatImage(run.variant("v150")).looksLike(LanczosReference.resize(picture, 150, 100), 0.985);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 6 })
	void everySizeLooksLikeTheFullPhotoShrunk(int orientation) throws IOException {
		byte[] photo = TestJpeg.jpeg(TestPictures.photographic(1000, 750))
			.exif(TestExif.exif().orientation(orientation))
			.toBytes();
		BufferedImage upright = TestPictures.asStored(ImageIO.read(new ByteArrayInputStream(photo)),
				(orientation == 6) ? 8 : 1);
		Recipe recipe = new Recipe(1,
				List.of(new Variant("web", VariantFormat.WEBP, 480, 90, 4),
						new Variant("web_legacy", VariantFormat.JPEG, 480, 90, 4),
						new Variant("thumbnail", VariantFormat.WEBP, 150, 85, 4),
						new Variant("thumbnail_legacy", VariantFormat.JPEG, 150, 85, 4)));

		PhotoRun run = this.engine.run(photo, this.directory, recipe, MetadataPolicy.standard());

		for (String name : List.of("web", "thumbnail")) {
			int side = name.equals("web") ? 480 : 150;
			TargetSize size = TargetSize.fit(upright.getWidth(), upright.getHeight(), side);
			BufferedImage reference = LanczosReference.resize(upright, size.width(), size.height());
			assertThatImage(run.variant(name)).looksLike(reference, SAME_PICTURE);
			assertThatImage(run.variant(name + "_legacy")).looksLike(reference, SAME_PICTURE);
		}
	}

	@Test
	void sizesTooNearToEachOtherAreEachMadeFromThePhoto() {
		BufferedImage picture = TestPictures.asymmetric(600, 400);

		PhotoRun run = this.engine.run(TestPng.png(picture).toBytes(), this.directory,
				recipe(VariantFormat.JPEG, 500, 300, 140), MetadataPolicy.standard());

		assertThatImage(run.variant("v500")).looksLike(LanczosReference.resize(picture, 500, 333), 0.985);
		assertThatImage(run.variant("v300")).looksLike(LanczosReference.resize(picture, 300, 200), 0.985);
		assertThatImage(run.variant("v140")).looksLike(LanczosReference.resize(picture, 140, 93), 0.985);
	}

	@Test
	void smallPhotoIsNeverEnlarged() {
		PhotoRun run = this.engine.run(TestJpeg.jpeg(200, 120).toBytes(), this.directory);

		for (RenderedVariant variant : run.result().variants()) {
			assertThatImage(variant.file()).hasSize(200, 120).isUpright();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 3000, 1, 300", "3000, 1, 300, 1", "1, 1, 1, 1", "2, 1, 2, 1" })
	void sliversKeepAtLeastOnePixel(int width, int height, int thumbWidth, int thumbHeight) {
		PhotoRun run = this.engine.run(TestJpeg.jpeg(width, height).toBytes(), this.directory);

		assertThatImage(run.variant("thumbnail")).hasSize(thumbWidth, thumbHeight);
		assertThatImage(run.variant("thumbnail_legacy")).hasSize(thumbWidth, thumbHeight);
		assertThat(run.result().warnings()).isEmpty();
	}

	@Test
	void transparencyIsKeptInWebpAndWhiteInJpeg() {
		PhotoRun run = this.engine.run(TestPng.png(TestPictures.transparentDisc(800, 600)).toBytes(), this.directory);

		assertThatImage(run.variant("thumbnail")).hasAlphaAt(2, 2, 0)
			.hasAlphaAt(150, 112, 255)
			.hasColourAt(150, 112, TestPictures.TOP_LEFT, 6);
		assertThatImage(run.variant("thumbnail_legacy")).hasColourAt(2, 2, Color.WHITE, 2)
			.hasColourAt(150, 112, TestPictures.TOP_LEFT, 6);
	}

	@ParameterizedTest
	@ValueSource(
			ints = { BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED })
	void pngOfEveryLayoutIsTaken(int type) {
		BufferedImage picture = copy(TestPictures.asymmetric(320, 240), new BufferedImage(320, 240, type));

		PhotoRun run = this.engine.run(TestPng.png(picture).toBytes(), this.directory);

		assertThatImage(run.variant("thumbnail_legacy")).looksLike(LanczosReference.resize(picture, 300, 225), 0.85);
	}

	@Test
	void interlacedPngIsTaken() {
		byte[] photo = TestPng.png(TestPictures.asymmetric(320, 240)).interlaced().toBytes();

		assertThatImage(this.engine.run(photo, this.directory).variant("web_legacy")).isUpright();
	}

	@Test
	void greyStaysAsBrightAsItIs() {
		BufferedImage grey = new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY);
		grey.getRaster().setSamples(0, 0, 320, 240, 0, filled(320 * 240, 100));

		Color expected = new Color(100, 100, 100);
		assertThatImage(this.engine.run(TestPng.png(grey).toBytes(), this.directory).variant("web_legacy"))
			.hasColourAt(10, 10, expected, 2);
		assertThatImage(this.engine.run(TestJpeg.jpeg(grey).toBytes(), this.directory).variant("web")).hasColourAt(10,
				10, expected, 2);
	}

	@Test
	void sixteenBitGreyIsTaken() {
		BufferedImage grey = new BufferedImage(320, 240, BufferedImage.TYPE_USHORT_GRAY);
		grey.getRaster().setSamples(0, 0, 320, 240, 0, filled(320 * 240, 100 * 257));

		assertThatImage(this.engine.run(TestPng.png(grey).toBytes(), this.directory).variant("web_legacy"))
			.hasColourAt(10, 10, new Color(100, 100, 100), 2);
	}

	@Test
	void progressiveJpegIsTaken() {
		byte[] photo = TestJpeg.jpeg(640, 480).progressive().toBytes();

		assertThatImage(this.engine.run(photo, this.directory).variant("web")).isUpright();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GIF", "BMP", "TIFF", "WEBP" })
	void otherFormatsAreTaken(String format) throws IOException {
		BufferedImage picture = TestPictures.asymmetric(640, 400);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		assertThat(ImageIO.write(picture, format.toLowerCase(Locale.ROOT), file)).isTrue();

		PhotoRun run = this.engine.run(file.toByteArray(), this.directory);

		assertThat(run.result().format()).isEqualTo(ImageFormat.valueOf(format));
		assertThatImage(run.variant("thumbnail")).looksLike(LanczosReference.resize(picture, 300, 188), 0.9);
		assertThat(run.result().warnings()).isEmpty();
	}

	@Test
	void animationGivesItsFirstFrame() throws IOException {
		ByteArrayOutputStream still = new ByteArrayOutputStream();
		assertThat(ImageIO.write(TestPictures.asymmetric(300, 200), "webp", still)).isTrue();
		byte[] chunks = Arrays.copyOfRange(still.toByteArray(), 12, still.size());
		ByteBuffer file = ByteBuffer.allocate(12 + 18 + 14 + 2 * (24 + chunks.length)).order(ByteOrder.LITTLE_ENDIAN);
		file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBPVP8X")).putInt(10).putInt(2);
		putSize(file, 400, 300);
		file.put(ascii("ANIM")).putInt(6).put(new byte[6]);
		for (int frame = 0; frame < 2; frame++) {
			file.put(ascii("ANMF")).putInt(16 + chunks.length);
			file.put(new byte[] { 50, 0, 0, 25, 0, 0 });
			putSize(file, 300, 200);
			file.putInt(100).put(chunks);
		}

		PhotoRun run = this.engine.run(file.array(), this.directory);

		assertThat(run.result().metadata().animated()).isTrue();
		assertThatImage(run.variant("web")).hasSize(400, 300)
			.hasAlphaAt(20, 20, 0)
			.hasColourAt(120, 70, TestPictures.TOP_LEFT, 8)
			.hasColourAt(380, 230, TestPictures.BOTTOM_RIGHT, 8);
	}

	@Test
	void recipeDecidesNamesSizesAndFormats() {
		Recipe recipe = new Recipe(7,
				List.of(new Variant("small", VariantFormat.JPEG, 64, 60, 0),
						new Variant("middle", VariantFormat.WEBP, 100, 70, 2),
						new Variant("big", VariantFormat.JPEG, 500, 80, 6)));

		PhotoRun run = this.engine.run(TestJpeg.jpeg(640, 400).toBytes(), this.directory, recipe,
				MetadataPolicy.standard());

		assertThatImage(run.variant("small")).isJpeg().hasSize(64, 40);
		assertThatImage(run.variant("middle")).isWebp().hasSize(100, 63);
		assertThatImage(run.variant("big")).isJpeg().hasSize(500, 313).isUpright();
		assertThat(run.variant("small").getFileName()).hasToString("small.jpg");
	}

	@Test
	void qualityAndEffortReachTheEncoders() throws IOException {
		Recipe recipe = new Recipe(1,
				List.of(new Variant("high", VariantFormat.JPEG, 640, 95, 4),
						new Variant("low", VariantFormat.JPEG, 640, 40, 4),
						new Variant("webp_high", VariantFormat.WEBP, 640, 95, 4),
						new Variant("webp_low", VariantFormat.WEBP, 640, 40, 4)));

		PhotoRun run = this.engine.run(TestJpeg.jpeg(640, 400).toBytes(), this.directory, recipe,
				MetadataPolicy.standard());

		assertThat(Files.size(run.variant("low"))).isLessThan(Files.size(run.variant("high")));
		assertThat(Files.size(run.variant("webp_low"))).isLessThan(Files.size(run.variant("webp_high")));
	}

	@Test
	void jpegVariantsHaveSubsampledChroma() throws IOException {
		PhotoRun run = this.engine.run(TestJpeg.jpeg(640, 400).toBytes(), this.directory);

		byte[] jpeg = Files.readAllBytes(run.variant("web_legacy"));
		int frame = 0;
		while (jpeg[frame] != (byte) 0xFF || (jpeg[frame + 1] != (byte) 0xC0 && jpeg[frame + 1] != (byte) 0xC2)) {
			frame++;
		}
		assertThat(jpeg[frame + 11]).as("sampling of luma").isEqualTo((byte) 0x22);
		assertThat(jpeg[frame + 14]).as("sampling of chroma").isEqualTo((byte) 0x11);
	}

	private static void putSize(ByteBuffer file, int width, int height) {
		file.put(new byte[] { (byte) (width - 1), (byte) (width - 1 >> 8), 0, (byte) (height - 1),
				(byte) (height - 1 >> 8), 0 });
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static Recipe recipe(VariantFormat format, int... sides) {
		return new Recipe(1,
				Arrays.stream(sides).mapToObj((side) -> new Variant("v" + side, format, side, 95, 4)).toList());
	}

	private static BufferedImage copy(BufferedImage from, BufferedImage to) {
		to.createGraphics().drawImage(from, 0, 0, null);
		return to;
	}

	private static int[] filled(int length, int value) {
		int[] values = new int[length];
		Arrays.fill(values, value);
		return values;
	}

}
