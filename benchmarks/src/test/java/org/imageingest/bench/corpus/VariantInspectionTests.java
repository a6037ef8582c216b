package org.imageingest.bench.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VariantInspectionTests {

	@Test
	void pictureAloneHasNothingToTell() {
		assertThat(VariantInspection.leaks(TestJpeg.jpeg(64, 48).toBytes(), List.of("SN-4711"))).isEmpty();
	}

	@Test
	void metadataIsFoundByItsPlaceAndByItsMark() {
		byte[] file = TestJpeg.jpeg(64, 48).exif(TestExif.exif().bodySerialNumber("SN-4711")).toBytes();

		assertThat(VariantInspection.leaks(file, List.of("SN-4711"))).containsExactly("has parts [E1]",
				"has a mark of metadata: Exif", "has the text 'SN-4711' of the photo");
	}

	@Test
	void bytesBehindThePictureAreFound() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(TestJpeg.jpeg(64, 48).toBytes());
		file.writeBytes("film".getBytes(StandardCharsets.US_ASCII));

		assertThat(VariantInspection.leaks(file.toByteArray(), List.of()))
			.containsExactly("has parts [behind the end]");
	}

	@Test
	void whatIsNoVariantAtAllIsSaidSo() {
		assertThat(VariantInspection.leaks("<html></html>".getBytes(StandardCharsets.US_ASCII), List.of()))
			.containsExactly("has parts [neither of JPEG nor of WebP]");
		assertThat(VariantInspection.leaks(new byte[3], List.of())).containsExactly("has parts [that end too early]");
	}

}
