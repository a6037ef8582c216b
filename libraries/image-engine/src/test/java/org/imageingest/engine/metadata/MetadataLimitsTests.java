package org.imageingest.engine.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.RawFile;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Metadata that is too large is passed over; the photo does not suffer.
 */
@Timeout(30)
class MetadataLimitsTests {

	@TempDir
	Path directory;

	@Test
	void profileThatInflatesBeyondAllMeasureIsIgnored() throws IOException {
		byte[] png = TestPng.png(TestPictures.asymmetric(64, 48)).icc(new byte[5 * 1024 * 1024]).toBytes();

		PhotoRun run = TestEngine.PORTABLE.run(png, this.directory, Recipe.standard(), MetadataPolicy.standard());

		assertThat(run.result().warnings()).containsExactly(EngineWarnings.COLOUR_PROFILE_IGNORED);
		assertThat(run.result().variants()).hasSize(4);
	}

	@Test
	void textThatInflatesBeyondAllMeasureIsIgnored() throws IOException {
		byte[] png = TestPng.png(TestPictures.asymmetric(64, 48)).chunk("iTXt", xmp(64 * 1024 * 1024)).toBytes();

		PhotoMetadata metadata = read(png);

		assertThat(png).hasSizeLessThan(200_000);
		assertThat(metadata.damaged()).isTrue();
		assertThat(metadata.removed()).doesNotContain("xmp");
	}

	@Test
	void textOfAnEditorIsRead() throws IOException {
		byte[] png = TestPng.png(TestPictures.asymmetric(64, 48)).chunk("iTXt", xmp(500_000)).toBytes();

		assertThat(read(png).damaged()).isFalse();
	}

	@Test
	void exifOfOtherFormatsThanJpegHasALimitToo() throws IOException {
		byte[] png = TestPng.png(TestPictures.asymmetric(64, 48)).chunk("eXIf", new byte[2 * 1024 * 1024]).toBytes();

		assertThat(read(png).damaged()).isTrue();
	}

	@Test
	void thousandsOfTagsThatPointToTheSameLargeValueAreGivenUp() throws IOException {
		RawFile file = new RawFile(ByteOrder.LITTLE_ENDIAN, new byte[] { 'I', 'I', 42, 0, 0, 0, 0, 0 });
		int size = 900_000;
		int at = file.append(new byte[size]);
		RawFile.Directory tags = file.directory().number(0x100, 16).number(0x101, 16);
		for (int tag = 0x1000; tag < 0x1000 + 2000; tag++) {
			tags.block(tag, at, size);
		}

		assertThat(read(file.toBytes(file.append(tags, 0))).damaged()).isTrue();
	}

	@Test
	void largePrivateDataOfAMakerIsPassedOverWithoutAWord() throws IOException {
		RawFile file = new RawFile(ByteOrder.LITTLE_ENDIAN, new byte[] { 'I', 'I', 42, 0, 0, 0, 0, 0 });
		int at = file.append(new byte[3_000_000]);
		RawFile.Directory tags = file.directory()
			.number(0x100, 16)
			.number(0x101, 16)
			.small(0x112, 6)
			.block(0xC634, at, 3_000_000);

		PhotoMetadata metadata = read(file.toBytes(file.append(tags, 0)));

		assertThat(metadata.damaged()).isFalse();
		assertThat(metadata.orientationTag()).isEqualTo(6);
	}

	@Test
	void largePacketOfATiffIsTold() throws IOException {
		RawFile file = new RawFile(ByteOrder.LITTLE_ENDIAN, new byte[] { 'I', 'I', 42, 0, 0, 0, 0, 0 });
		int at = file.append(new byte[3_000_000]);
		RawFile.Directory tags = file.directory().number(0x100, 16).number(0x101, 16).block(700, at, 3_000_000);

		assertThat(read(file.toBytes(file.append(tags, 0))).damaged()).isTrue();
	}

	private static byte[] xmp(int length) throws IOException {
		ByteArrayOutputStream chunk = new ByteArrayOutputStream();
		chunk.writeBytes("XML:com.adobe.xmp\0\1\0\0\0".getBytes(StandardCharsets.US_ASCII));
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
			deflated.write("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">".getBytes(StandardCharsets.US_ASCII));
			byte[] blanks = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
			deflated.write(blanks);
			deflated.write("</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII));
		}
		return chunk.toByteArray();
	}

	private PhotoMetadata read(byte[] content) throws IOException {
		Path file = Files.write(this.directory.resolve("photo"), content);
		return MetadataReader.read(file, HeaderProbe.probe(file, ImageLimits.standard()), MetadataPolicy.standard());
	}

}
