package org.imageingest.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TestJpegTests {

	@ParameterizedTest
	@ValueSource(ints = { 4, 5, 7, 100, 65_536, 65_537, 65_540, 65_541, 65_544, 1_000_000 })
	void paddingReachesTheExactSizeAndKeepsThePicture(int more) throws IOException {
		int size = TestJpeg.jpeg(32, 24).toBytes().length + more;

		byte[] padded = TestJpeg.jpeg(32, 24).toBytes(size);

		assertThat(padded).hasSize(size);
		assertThat(ImageIO.read(new ByteArrayInputStream(padded)).getWidth()).isEqualTo(32);
	}

	@Test
	void sizeThatCannotBeReachedIsRefused() {
		int size = TestJpeg.jpeg(32, 24).toBytes().length;

		assertThatIllegalArgumentException().isThrownBy(() -> TestJpeg.jpeg(32, 24).toBytes(size + 3));
		assertThatIllegalArgumentException().isThrownBy(() -> TestJpeg.jpeg(32, 24).toBytes(size - 1));
	}

	@Test
	void uniqueJpegsDiffer() {
		assertThat(TestJpeg.jpeg(8, 8).unique().toBytes()).isNotEqualTo(TestJpeg.jpeg(8, 8).unique().toBytes());
	}

	@Test
	void turningBackAndForthIsTheSamePicture() {
		for (int orientation = 1; orientation <= 8; orientation++) {
			int back = (orientation == 6) ? 8 : (orientation == 8) ? 6 : orientation;
			var picture = TestPictures.asymmetric(40, 30);
			var twice = TestPictures.asStored(TestPictures.asStored(picture, orientation), back);

			assertThat(Ssim.of(twice, picture)).isEqualTo(1);
		}
	}

}
