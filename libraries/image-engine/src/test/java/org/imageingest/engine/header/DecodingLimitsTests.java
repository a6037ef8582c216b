package org.imageingest.engine.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.testkit.RawFile;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is refused before decoding, besides too many pixels.
 */
@Timeout(30)
class DecodingLimitsTests {

	private static final ImageLimits LIMITS = new ImageLimits(1_000_000_000, 1000, 10, 20);

	@TempDir
	Path directory;

	@Test
	void sideOverTheLimitIsRefusedByItsLength() {
		Problem problem = problemOf(TestPng.claiming(3, 1001), LIMITS);

		assertThat(problem.type()).isEqualTo(ProblemType.DECODING_LIMIT_EXCEEDED.uri());
		assertThat(problem.status()).isEqualTo(422);
		assertThat(problem.limit()).isEqualTo(1000);
		assertThat(problem.actual()).isEqualTo(1001);
		assertThat(problem.detail()).contains("1001", "1000", "side");
	}

	@Test
	void scansOfAJpegAreCounted() throws IOException {
		assertThat(scans(TestJpeg.jpeg(200, 100).toBytes())).isOne();
		assertThat(scans(TestJpeg.jpeg(200, 100).restartMarks(2).toBytes())).isOne();
		// The script of libjpeg for three colours has ten (jcparam.c)
		assertThat(scans(TestJpeg.jpeg(200, 100).progressive().toBytes())).isEqualTo(10);
	}

	@Test
	void scansInsideOfMetadataAreNotCounted() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(200, 100)
			.progressive()
			.comment("\u00DA".repeat(40))
			.exif(TestExif.exif().makerNote("\u00FF\u00DA\u00FF\u00D9"))
			.icc(new byte[] { (byte) 0xFF, (byte) 0xDA, 0, 8, (byte) 0xFF, (byte) 0xD9 })
			.toBytes();

		assertThat(scans(jpeg)).isEqualTo(10);
	}

	@Test
	void jpegOfManyScansIsRefusedWithLimitAndActual() throws IOException {
		Problem problem = problemOf(manyScans(5000), LIMITS);

		assertThat(problem.type()).isEqualTo(ProblemType.DECODING_LIMIT_EXCEEDED.uri());
		assertThat(problem.limit()).isEqualTo(20);
		assertThat(problem.actual()).isEqualTo(21);
		assertThat(problem.detail()).contains("at least 21 scans");
		assertThat(probe(manyScans(5), LIMITS).storedWidth()).isEqualTo(200);
	}

	@Test
	void framesThatAPngClaimsAreCounted() {
		byte[] png = TestPng.png(TestPictures.asymmetric(16, 16))
			.chunk("acTL", ByteBuffer.allocate(8).putInt(-1).array())
			.toBytes();

		Problem problem = problemOf(png, LIMITS);

		assertThat(problem.type()).isEqualTo(ProblemType.DECODING_LIMIT_EXCEEDED.uri());
		assertThat(problem.actual()).isEqualTo(0xFFFFFFFFL);
	}

	@Test
	void framesOfAWebpAreCounted() throws IOException {
		assertThat(problemOf(webp(11), LIMITS).actual()).isEqualTo(11);
		assertThat(probe(webp(10), LIMITS).storedWidth()).isEqualTo(16);
	}

	@Test
	void directoriesOfATiffAreCountedOnceEach() throws IOException {
		assertThat(problemOf(tiff(12, 0), LIMITS).detail()).contains("at least 11 frames");
		assertThat(probe(tiff(10, 0), LIMITS).storedWidth()).isEqualTo(16);
		assertThat(probe(tiff(3, 8), LIMITS).storedWidth()).isEqualTo(16);
	}

	@Test
	void limitsOfNothingAreNoLimits() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ImageLimits(1, 1, 1, 0))
			.withMessageContaining("max-scans 0");
	}

	/** A progressive JPEG whose last scan is repeated. */
	private static byte[] manyScans(int more) {
		byte[] jpeg = TestJpeg.jpeg(200, 100).progressive().toBytes();
		int last = new String(jpeg, StandardCharsets.ISO_8859_1).lastIndexOf("\u00FF\u00DA");
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(jpeg, 0, jpeg.length - 2);
		for (int i = 0; i < more; i++) {
			file.write(jpeg, last, jpeg.length - 2 - last);
		}
		file.write(jpeg, jpeg.length - 2, 2);
		return file.toByteArray();
	}

	private static byte[] webp(int frames) {
		ByteBuffer file = ByteBuffer.allocate(30 + 24 * frames).order(ByteOrder.LITTLE_ENDIAN);
		file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBPVP8X")).putInt(10);
		file.put(new byte[] { 2, 0, 0, 0, 15, 0, 0, 15, 0, 0 });
		for (int i = 0; i < frames; i++) {
			file.put(ascii("ANMF")).putInt(16).put(new byte[16]);
		}
		return file.array();
	}

	/** Directories in a chain; the last points to an offset. */
	private static byte[] tiff(int directories, int end) {
		RawFile file = new RawFile(ByteOrder.LITTLE_ENDIAN, new byte[] { 'I', 'I', 42, 0, 0, 0, 0, 0 });
		for (int i = 1; i < directories; i++) {
			int next = file.end() + 30;
			file.append(file.directory().number(0x100, 16).number(0x101, 16), next);
		}
		file.append(file.directory().number(0x100, 16).number(0x101, 16), end);
		return file.toBytes(8);
	}

	private int scans(byte[] jpeg) throws IOException {
		try (BoundedFile file = new BoundedFile(write(jpeg))) {
			return JpegScans.count(file, 0, file.size(), 100);
		}
	}

	private ImageHeader probe(byte[] file, ImageLimits limits) throws IOException {
		return HeaderProbe.probe(write(file), limits);
	}

	private Problem problemOf(byte[] file, ImageLimits limits) {
		AtomicReference<Problem> problem = new AtomicReference<>();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> probe(file, limits))
			.satisfies((ex) -> problem.set(ex.problem()));
		return problem.get();
	}

	private Path write(byte[] content) throws IOException {
		return Files.write(this.directory.resolve("photo"), content);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
