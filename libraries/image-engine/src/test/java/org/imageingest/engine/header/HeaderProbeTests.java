package org.imageingest.engine.header;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeaderProbeTests {

	@TempDir
	Path directory;

	@Test
	void readsSizeOfJpegBehindItsMetadata() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(320, 200)
			.exif(TestExif.exif().orientation(6))
			.comment("x".repeat(60_000))
			.toBytes();

		assertThat(probe(jpeg)).isEqualTo(new ImageHeader(ImageFormat.JPEG, 320, 200));
	}

	@Test
	void readsSizeOfPng() throws IOException {
		assertThat(probe(TestPng.png(TestPictures.asymmetric(31, 17)).toBytes()))
			.isEqualTo(new ImageHeader(ImageFormat.PNG, 31, 17));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GIF", "BMP", "TIFF", "WEBP" })
	void readsSizeOfOtherFormats(String format) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		assertThat(ImageIO.write(TestPictures.asymmetric(45, 33), format.toLowerCase(Locale.ROOT), file)).isTrue();

		assertThat(probe(file.toByteArray())).isEqualTo(new ImageHeader(ImageFormat.valueOf(format), 45, 33));
	}

	@Test
	void readsSizeOfTransparentWebp() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(45, 33, BufferedImage.TYPE_INT_ARGB), "webp", file);

		assertThat(probe(file.toByteArray())).isEqualTo(new ImageHeader(ImageFormat.WEBP, 45, 33));
	}

	@Test
	void emptyFileIsToldAsSuch() {
		assertThat(problemOf(new byte[0]).type()).isEqualTo(ProblemType.EMPTY_FILE.uri());
	}

	@ParameterizedTest
	@ValueSource(strings = { "%PDF-1.4", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "hello",
			"push graphic-context\nviewbox 0 0 1 1" })
	void whatIsNoPhotoIsRefusedWhateverItsName(String content) {
		assertThat(problemOf(content.getBytes(StandardCharsets.US_ASCII)).type())
			.isEqualTo(ProblemType.UNSUPPORTED_IMAGE_TYPE.uri());
	}

	@Test
	void jpegThatEndsBeforeItsFrameIsCorrupt() {
		byte[] jpeg = TestJpeg.jpeg(64, 64).exif(TestExif.exif().camera("Maker", "Model")).toBytes();

		assertThat(problemOf(Arrays.copyOf(jpeg, 40)).type()).isEqualTo(ProblemType.CORRUPT_IMAGE.uri());
	}

	@Test
	void pngWithoutWidthIsCorrupt() {
		Problem problem = problemOf(TestPng.claiming(0, 10));

		assertThat(problem.type()).isEqualTo(ProblemType.CORRUPT_IMAGE.uri());
		assertThat(problem.detail()).contains("0 x 10");
	}

	@Test
	void hugePngIsRefusedWithLimitAndActual() {
		Problem problem = problemOf(TestPng.claiming(100_000, 100_000));

		assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_PIXELS.uri());
		assertThat(problem.limit()).isEqualTo(100_000_000);
		assertThat(problem.actual()).isEqualTo(10_000_000_000L);
		assertThat(problem.detail()).contains("100000000", "10000000000", "100000 x 100000");
	}

	@Test
	void pictureOfExactlyTheLimitIsTaken() throws IOException {
		byte[] png = TestPng.png(TestPictures.asymmetric(20, 10)).toBytes();

		assertThat(HeaderProbe.probe(write(png), ImageLimits.standard().withMaxPixels(200)).pixels()).isEqualTo(200);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> HeaderProbe.probe(write(png), ImageLimits.standard().withMaxPixels(199)));
	}

	@Test
	void largestSizesThatFormatsCanClaimAreRefused() {
		assertThat(problemOf(TestPng.claiming(-1, -1)).type()).isEqualTo(ProblemType.TOO_MANY_PIXELS.uri());
	}

	@Test
	@Timeout(10)
	void jpegOfEndlessSegmentsIsGivenUpQuickly() {
		byte[] jpeg = new byte[8 * 1024 * 1024];
		for (int i = 0; i + 4 <= jpeg.length; i += 4) {
			jpeg[i] = (byte) 0xFF;
			jpeg[i + 1] = (byte) 0xFE;
			jpeg[i + 3] = 2;
		}
		jpeg[1] = (byte) 0xD8;
		jpeg[2] = (byte) 0xFF;

		assertThat(problemOf(jpeg).type()).isEqualTo(ProblemType.CORRUPT_IMAGE.uri());
	}

	@ParameterizedTest
	@ValueSource(ints = { 12, 20, 40, 200 })
	void anyStartOfAJpegEndsInAProblemOrAHeader(int length) throws IOException {
		byte[] start = Arrays.copyOf(TestJpeg.jpeg(16, 16).toBytes(), length);
		try {
			assertThat(probe(start).format()).isEqualTo(ImageFormat.JPEG);
		}
		catch (ProblemException ex) {
			assertThat(ex.problem().type()).isEqualTo(ProblemType.CORRUPT_IMAGE.uri());
		}
	}

	private ImageHeader probe(byte[] content) throws IOException {
		return HeaderProbe.probe(write(content), ImageLimits.standard());
	}

	private Problem problemOf(byte[] content) {
		try {
			return fail(probe(content));
		}
		catch (ProblemException ex) {
			return ex.problem();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Problem fail(ImageHeader header) {
		throw new AssertionError("Taken as " + header);
	}

	private Path write(byte[] content) throws IOException {
		return Files.write(this.directory.resolve("photo.jpg"), content);
	}

}
