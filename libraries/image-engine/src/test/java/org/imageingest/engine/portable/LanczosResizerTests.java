package org.imageingest.engine.portable;

import java.awt.Color;
import java.awt.image.BufferedImage;

import org.imageingest.engine.LanczosReference;
import org.imageingest.engine.render.TargetSize;
import org.imageingest.testkit.Ssim;
import org.imageingest.testkit.TestPictures;
import org.imgscalr.Scalr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanczosResizerTests {

	@ParameterizedTest
	@CsvSource({ "192, 144", "100, 75", "31, 23", "400, 299", "1, 1", "7, 300" })
	void agreesWithTheFormula(int width, int height) {
		BufferedImage source = TestPictures.asymmetric(400, 300);

		BufferedImage resized = resize(source, width, height);

		assertThat(Ssim.of(resized, LanczosReference.resize(source, width, height))).isGreaterThan(0.999);
	}

	/** The formula is ours, too; this picture is made by others, with another kernel. */
	@Test
	void agreesWithAnotherLibrary() {
		BufferedImage source = TestPictures.photographic(1200, 900);

		BufferedImage resized = resize(source, 400, 300);

		assertThat(Ssim.of(resized, Scalr.resize(source, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, 400, 300)))
			.isGreaterThan(0.97);
	}

	@Test
	void sameSizeChangesNoPixel() {
		BufferedImage source = TestPictures.asymmetric(40, 30);

		BufferedImage resized = resize(source, 40, 30);

		assertThat(resized.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(source.getRGB(0, 0, 40, 30, null, 0, 40));
	}

	@Test
	void coloursOfInvisiblePixelsDoNotBleed() {
		BufferedImage source = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < 40; y++) {
			for (int x = 0; x < 40; x++) {
				source.setRGB(x, y, (x < 19) ? 0xFF0000FF : 0x00FF0000);
			}
		}

		BufferedImage resized = LanczosResizer.resize(PixelLayouts.rowsOf(source), 10, 10).image();

		for (int x = 0; x < 10; x++) {
			Color colour = new Color(resized.getRGB(x, 5), true);
			if (colour.getAlpha() > 8) {
				assertThat(colour.getRed()).as("red at %d", x).isLessThan(4);
			}
		}
		assertThat(new Color(resized.getRGB(0, 5), true).getAlpha()).isEqualTo(255);
		assertThat(new Color(resized.getRGB(9, 5), true).getAlpha()).isZero();
	}

	@Test
	void fineStripesBecomeAnEvenGrey() {
		BufferedImage source = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 40; y++) {
			for (int x = 0; x < 400; x += 2) {
				source.setRGB(x, y, 0xFFFFFF);
			}
		}

		BufferedImage resized = resize(source, 90, 9);

		for (int x = 3; x < 87; x++) {
			assertThat(resized.getRGB(x, 4) & 0xFF).as("grey at %d", x).isBetween(118, 138);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 3000, 300, 1, 300", "3000, 1, 300, 300, 1", "20000, 2, 300, 300, 1", "100, 50, 300, 100, 50",
			"4032, 3024, 1920, 1920, 1440", "3, 2, 1, 1, 1" })
	void sizesFitWithoutEverBeingEnlarged(int width, int height, int max, int fitWidth, int fitHeight) {
		assertThat(TargetSize.fit(width, height, max)).isEqualTo(new TargetSize(fitWidth, fitHeight));
	}

	private static BufferedImage resize(BufferedImage source, int width, int height) {
		return LanczosResizer.resize(PixelLayouts.rowsOf(source), width, height).image();
	}

}
