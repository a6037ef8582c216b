package org.imageingest.engine.placeholder;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Compared with what the algorithm's own encoder (thumbhash 0.1.1 for JavaScript) makes
 * of the same pictures.
 */
class ThumbHashTests {

	@ParameterizedTest
	@CsvSource({ "40, 30, false, H/gBDYQyAGMWAdQoRn5UVu6PlQga", "30, 40, false, H/gBFQIUQRQwShNqVhd5VvecmgQb",
			"100, 7, false, H/gJCYJmBld3V4d4+yc3IJ4=", "9, 90, false, HwgGEQKURBWioHRWW70PNHU=",
			"40, 30, true, IPiBBIIntwU7Ej6uxfcEmLAgeAiIiIeHCA==", "25, 60, true, 4PeBAgI3jGTDJPkDyzutCoaHgId4eIg=" })
	void picturesHaveTheHashesOfTheAlgorithmsOwnEncoder(int width, int height, boolean alpha, String expected) {
		byte[] hash = ThumbHash.of(SmallPicture.of(waves(width, height, alpha)));
		assertThat(Base64.getEncoder().encodeToString(hash)).isEqualTo(expected);
	}

	@Test
	void aPictureThatCannotBeSeenIsAllZeros() {
		BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
		assertThat(Base64.getEncoder().encodeToString(ThumbHash.of(SmallPicture.of(clear))))
			.isEqualTo("AAiCBQAAAAAAAAAAAAAAAAAAAAAAAAAAAA==");
	}

	@Test
	void aLargePictureHasTheHashOfASmallOne() {
		BufferedImage large = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
		BufferedImage small = waves(40, 30, false);
		for (int y = 0; y < 300; y++) {
			for (int x = 0; x < 400; x++) {
				large.setRGB(x, y, small.getRGB(x / 10, y / 10));
			}
		}
		DecodedHash expected = DecodedHash.of(ThumbHash.of(SmallPicture.of(small)));
		DecodedHash actual = DecodedHash.of(ThumbHash.of(SmallPicture.of(large)));
		assertThat(actual.distance(expected)).isLessThan(0.02);
		assertThat(actual.aspect()).isEqualTo(expected.aspect());
	}

	@Test
	void greyIsGrey() {
		BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
		grey.getRaster().setSamples(0, 0, 20, 20, 0, IntStream.range(0, 400).map((_) -> 128).toArray());
		DecodedHash hash = DecodedHash.of(ThumbHash.of(SmallPicture.of(grey)));
		assertThat(hash.red()).isCloseTo(0.5, within(0.03));
		assertThat(hash.blue()).isCloseTo(hash.red(), within(0.05));
	}

	private static BufferedImage waves(int width, int height, boolean alpha) {
		BufferedImage picture = new BufferedImage(width, height,
				alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int a = alpha ? 255 * (x + 2 * y) / (width + 2 * height - 3) : 255;
				int red = (x * x * 3 + y * 7 + x * y) % 256;
				int green = (x * 5 + y * y * 2 + 40) % 256;
				int blue = (x * 11 + y * 3 + x * y / 4) % 256;
				picture.setRGB(x, y, a << 24 | red << 16 | green << 8 | blue);
			}
		}
		return picture;
	}

}
