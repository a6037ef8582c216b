package org.imageingest.engine.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatDetectorTests {

	@Test
	void knowsRealJpegAndPng() {
		assertThat(FormatDetector.detect(TestJpeg.jpeg(8, 8).toBytes())).contains(ImageFormat.JPEG);
		assertThat(FormatDetector.detect(TestPng.png(TestPictures.asymmetric(8, 8)).toBytes()))
			.contains(ImageFormat.PNG);
	}

	@ParameterizedTest
	@CsvSource({ "GIF89a, GIF", "GIF87a, GIF", "RIFF____WEBPVP8 , WEBP", "FUJIFILMCCD-RAW 0201, RAF", "IIRO____, ORF",
			"MMOR____, ORF" })
	void knowsSignatures(String start, ImageFormat format) {
		assertThat(FormatDetector.detect(ascii(start))).contains(format);
	}

	@ParameterizedTest
	@CsvSource({ "heic, mif1, HEIC", "heix, mif1, HEIC", "mif1, heic, HEIC", "mif1, avif, AVIF", "avif, mif1, AVIF",
			"avis, msf1, AVIF", "msf1, hevc, HEIC", "'crx ', isom, CR3" })
	void tellsIsoMediaApartByBrands(String major, String compatible, ImageFormat format) {
		assertThat(FormatDetector.detect(ftyp(major, compatible))).contains(format);
	}

	@Test
	void doesNotTakeFilms() {
		assertThat(FormatDetector.detect(ftyp("isom", "mp42"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "B", "BM", "BMW is a car, not a bitmap", "<svg xmlns='http://www.w3.org/2000/svg'/>",
			"<?xml version='1.0'?><svg/>", "%PDF-1.7", "%!PS-Adobe-3.0 EPSF-3.0", "push graphic-context",
			"RIFF____WAVE", "II", "MM\0*", "plain text", "#!/bin/sh" })
	void doesNotTakeWhatIsNoPhoto(String content) {
		assertThat(FormatDetector.detect(ascii(content))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0000000C6A5020200D0A870A", "FF4FFF51", "FF0A", "0000000C4A584C200D0A870A" })
	void doesNotTakeJpeg2000AndJpegXl(String hex) {
		assertThat(FormatDetector.detect(HexFormat.of().parseHex(hex))).isEmpty();
	}

	@Test
	void knowsBitmapByItsHeaderSize() {
		byte[] head = new byte[64];
		head[0] = 'B';
		head[1] = 'M';
		head[14] = 40;

		assertThat(FormatDetector.detect(head)).contains(ImageFormat.BMP);
	}

	@Test
	void plainTiffOfACameraMakerIsNoRaw() {
		byte[] tiff = TestExif.exif().camera("NIKON CORPORATION", "NIKON D70").toBytes();

		assertThat(FormatDetector.detect(tiff)).contains(ImageFormat.TIFF);
	}

	@Test
	void canonMarkAfterTheHeaderMakesARaw() {
		byte[] head = HexFormat.of().parseHex("49492A0010000000435202000000000000000000");

		assertThat(FormatDetector.detect(head)).contains(ImageFormat.CR2);
	}

	@Test
	void directoryOutsideTheHeadIsPlainTiff() {
		assertThat(FormatDetector.detect(HexFormat.of().parseHex("49492A00FFFFFF7F"))).contains(ImageFormat.TIFF);
	}

	private static byte[] ftyp(String major, String compatible) {
		return ascii("\0\0\0\u0014ftyp" + major + "\0\0\0\0" + compatible);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
