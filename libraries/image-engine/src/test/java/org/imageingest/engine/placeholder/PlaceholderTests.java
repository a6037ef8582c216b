package org.imageingest.engine.placeholder;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.imageingest.engine.EngineResult;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestRaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class PlaceholderTests {

	private final TestEngine engine;

	@TempDir
	Path directory;

	PlaceholderTests(TestEngine engine) {
		this.engine = engine;
	}

	@Test
	void aPhotoHasOneOfItsColourAndShape() {
		DecodedHash hash = decoded(TestJpeg.jpeg(sunset(1200, 800, 255)).toBytes());
		assertThat(hash.red()).isCloseTo(0.6, within(0.03));
		assertThat(hash.green()).isCloseTo(0.4, within(0.03));
		assertThat(hash.blue()).isCloseTo(0.3, within(0.03));
		assertThat(hash.aspect()).isCloseTo(1.4, within(0.01));
		assertThat(hash.alpha()).isFalse();
	}

	@Test
	void aPhotoThatIsTurnedHasTheShapeThatIsSeen() {
		byte[] photo = TestJpeg.jpeg(sunset(1200, 800, 255)).exif(TestExif.exif().orientation(6)).toBytes();
		assertThat(decoded(photo).aspect()).isCloseTo(5 / 7.0, within(0.01));
	}

	@Test
	void transparencyIsInIt() {
		DecodedHash hash = decoded(TestPng.png(sunset(400, 400, 128)).toBytes());
		assertThat(hash.alpha()).isTrue();
		assertThat(hash.red()).isCloseTo(0.6, within(0.05));
		assertThat(hash.aspect()).isEqualTo(1);
	}

	@Test
	void allEnginesAgreeNearly() throws Exception {
		byte[] photo = TestJpeg.jpeg(1600, 1000).toBytes();
		byte[] hash = hash(result(photo));
		byte[] portable = hash(
				TestEngine.PORTABLE.run(photo, Files.createTempDirectory(this.directory, "portable")).result());
		assertThat(hash).hasSameSizeAs(portable);
		assertThat(DecodedHash.of(hash).distance(DecodedHash.of(portable))).isLessThan(0.05);
		for (int i = 5; i < hash.length; i++) {
			assertThat(hash[i] & 15).isCloseTo(portable[i] & 15, within(1));
			assertThat(hash[i] >> 4 & 15).isCloseTo(portable[i] >> 4 & 15, within(1));
		}
	}

	@Test
	void aPictureOfOnePixelHasOne() {
		assertThat(decoded(TestJpeg.jpeg(sunset(1, 1, 255)).toBytes()).aspect()).isEqualTo(1);
	}

	@Test
	void aRecipeOfJpegsAloneHasOneToo() {
		Recipe recipe = new Recipe(1, List.of(new Variant("web", VariantFormat.JPEG, 1920, 90, 2)));
		EngineResult result = this.engine
			.run(TestJpeg.jpeg(sunset(1200, 800, 255)).toBytes(), this.directory, recipe, MetadataPolicy.standard())
			.result();
		assertThat(DecodedHash.of(hash(result)).red()).isCloseTo(0.6, within(0.03));
	}

	@Test
	void withoutVariantsThereIsNone() {
		PhotoRun run = this.engine.run(TestRaw.NEF.with(TestJpeg.jpeg(100, 75).toBytes(), 1), this.directory);
		assertThat(run.result().variants()).isEmpty();
		assertThat(run.result().placeholder()).isNull();
	}

	private DecodedHash decoded(byte[] photo) {
		return DecodedHash.of(hash(result(photo)));
	}

	private EngineResult result(byte[] photo) {
		return this.engine.run(photo, this.directory).result();
	}

	private static byte[] hash(EngineResult result) {
		assertThat(result.placeholder()).isNotNull();
		return Base64.getDecoder().decode(result.placeholder());
	}

	/** Its mean is 0.6 red, 0.4 green and 0.3 blue. */
	private static BufferedImage sunset(int width, int height, int alpha) {
		BufferedImage picture = new BufferedImage(width, height,
				(alpha < 255) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setPaint(
				new GradientPaint(0, 0, new Color(204, 102, 26, alpha), width, 0, new Color(102, 102, 127, alpha)));
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		return picture;
	}

}
