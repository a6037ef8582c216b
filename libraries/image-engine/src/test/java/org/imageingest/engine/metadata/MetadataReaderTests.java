package org.imageingest.engine.metadata;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MetadataReaderTests {

	private static final MetadataPolicy NOTHING = new MetadataPolicy(false, false, false, false, false);

	private static final MetadataPolicy EVERYTHING = new MetadataPolicy(true, true, true, true, true);

	@TempDir
	Path directory;

	@Test
	void standardPolicyKeepsWhenAndWithWhichModelOnly() throws IOException {
		PhotoMetadata photo = read(richPhoto(), MetadataPolicy.standard());

		ImageMetadata kept = photo.kept();
		assertThat(kept.captureDate()).isEqualTo("2024-06-15T14:30:00+02:00");
		assertThat(kept.captureDateIsLocal()).isNull();
		assertThat(kept.cameraMake()).isEqualTo("Maker");
		assertThat(kept.cameraModel()).isEqualTo("Model X");
		assertThat(kept.gps()).isNull();
		assertThat(kept.deviceSerial()).isNull();
		assertThat(kept.title()).isNull();
		assertThat(kept.caption()).isNull();
		assertThat(kept.copyright()).isNull();
		assertThat(photo.removed()).containsExactlyInAnyOrder("gps", "device-serial", "maker-notes", "descriptive",
				"owner", "xmp", "iptc", "comment");
		assertThat(photo.damaged()).isFalse();
	}

	@Test
	void everythingIsKeptWhereTheOperatorWantsIt() throws IOException {
		PhotoMetadata photo = read(richPhoto(), EVERYTHING);

		ImageMetadata kept = photo.kept();
		assertThat(kept.gps().latitude()).isCloseTo(47.3769, within(1e-5));
		assertThat(kept.gps().longitude()).isCloseTo(-8.5417, within(1e-5));
		assertThat(kept.deviceSerial()).isEqualTo("SN-4711");
		assertThat(kept.title()).isEqualTo("Planted title");
		assertThat(kept.caption()).isEqualTo("Planted caption");
		assertThat(kept.copyright()).isEqualTo("Planted rights");
		assertThat(photo.removed()).containsExactlyInAnyOrder("maker-notes", "owner", "xmp", "iptc", "comment");
	}

	@Test
	void nothingButSizesAndOrientationIsKeptWhereTheOperatorWantsNothing() throws IOException {
		PhotoMetadata photo = read(richPhoto(), NOTHING);

		assertThat(photo.kept()).isEqualTo(
				new ImageMetadata(24, 32, 32, 24, 6, null, null, null, null, null, null, null, null, null, null, null));
		assertThat(photo.removed()).contains("timestamps", "camera");
	}

	@Test
	void photoWithoutMetadataHasNothingRemoved() throws IOException {
		PhotoMetadata photo = read(TestJpeg.jpeg(32, 24).toBytes(), NOTHING);

		assertThat(photo.removed()).isEmpty();
		assertThat(photo.kept().orientation()).isEqualTo(1);
	}

	@Test
	void digitizedDateStandsInForAMissingOrInvalidOriginal() throws IOException {
		TestExif exif = TestExif.exif()
			.dateTimeOriginal("0000:00:00 00:00:00")
			.dateTimeDigitized("2001:02:03 04:05:06");

		ImageMetadata kept = read(TestJpeg.jpeg(8, 8).exif(exif).toBytes(), MetadataPolicy.standard()).kept();

		assertThat(kept.captureDate()).isEqualTo("2001-02-03T04:05:06");
		assertThat(kept.captureDateIsLocal()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 9, 300 })
	void orientationThatDoesNotExistCountsAsUpright(int orientation) throws IOException {
		byte[] photo = TestJpeg.jpeg(8, 8).exif(TestExif.exif().orientation(orientation)).toBytes();

		assertThat(read(photo, MetadataPolicy.standard()).kept().orientation()).isEqualTo(1);
	}

	@Test
	void textsAreTrimmedAndCut() throws IOException {
		TestExif exif = TestExif.exif().camera("  Maker\0\0 ", "m".repeat(3000));

		ImageMetadata kept = read(TestJpeg.jpeg(8, 8).exif(exif).toBytes(), MetadataPolicy.standard()).kept();

		assertThat(kept.cameraMake()).isEqualTo("Maker");
		assertThat(kept.cameraModel()).hasSize(2000);
	}

	@Test
	void positionOfAReceiverWithoutFixIsNoPosition() throws IOException {
		byte[] photo = TestJpeg.jpeg(8, 8).exif(TestExif.exif().position(0, 0)).toBytes();

		assertThat(read(photo, EVERYTHING).kept().gps()).isNull();
	}

	@Test
	void brokenExifIsToldButDoesNotFail() throws IOException {
		byte[] photo = TestJpeg.jpeg(8, 8).exif(TestExif.exif().camera("Maker", "Model")).toBytes();
		int tiff = new String(photo, StandardCharsets.ISO_8859_1).indexOf("Exif\0\0") + 6;
		photo[tiff] = 'X';

		PhotoMetadata read = read(photo, MetadataPolicy.standard());

		assertThat(read.kept().cameraMake()).isNull();
		assertThat(read.kept().width()).isEqualTo(8);
	}

	@Test
	void metadataOfPngIsReadFromItsChunks() throws IOException {
		BufferedImage picture = TestPictures.asymmetric(32, 24);
		byte[] photo = TestPng.png(picture)
			.exif(TestExif.exif().orientation(8).camera("Maker", "Model").position(1, 2))
			.text("planted")
			.toBytes();

		PhotoMetadata read = read(photo, MetadataPolicy.standard());

		assertThat(read.kept().orientation()).isEqualTo(8);
		assertThat(read.kept().width()).isEqualTo(24);
		assertThat(read.kept().cameraMake()).isEqualTo("Maker");
		assertThat(read.removed()).containsExactlyInAnyOrder("gps", "comment");
	}

	private static byte[] richPhoto() {
		return TestJpeg.jpeg(32, 24)
			.exif(TestExif.exif()
				.orientation(6)
				.camera("Maker", "Model X")
				.dateTimeOriginal("2024:06:15 14:30:00")
				.offsetTimeOriginal("+02:00")
				.bodySerialNumber("SN-4711")
				.ownerName("Planted Owner")
				.copyright("Planted rights")
				.makerNote("secret")
				.position(47.3769, -8.5417))
			.xmp("Planted title")
			.iptc("Planted caption")
			.comment("Planted comment")
			.toBytes();
	}

	private PhotoMetadata read(byte[] photo, MetadataPolicy policy) throws IOException {
		Path file = Files.write(this.directory.resolve("photo"), photo);
		return MetadataReader.read(file, HeaderProbe.probe(file, ImageLimits.standard()), policy);
	}

}
