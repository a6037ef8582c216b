package org.imageingest.engine.render;

import java.nio.file.Path;

import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.TestEngine;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.imageingest.testkit.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;

@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class PrivacyTests {

	private static final String[] PLANTED = { "SN-47110815", "Petra Planted", "secret-note", "Planted title",
			"Planted caption", "Planted comment", "Planted artist", "Planted description" };

	private final TestEngine engine;

	@TempDir
	Path directory;

	PrivacyTests(TestEngine engine) {
		this.engine = engine;
	}

	@Test
	void nothingPlantedInAJpegComesThrough() {
		byte[] photo = TestJpeg.jpeg(640, 400)
			.exif(secrets())
			.xmp("Planted title")
			.iptc("Planted caption")
			.icc(TestProfiles.displayP3())
			.comment("Planted comment")
			.toBytes();

		assertClean(this.engine.run(photo, this.directory));
	}

	@Test
	void nothingPlantedInAPngComesThrough() {
		byte[] photo = TestPng.png(TestPictures.asymmetric(640, 400))
			.exif(secrets())
			.icc(TestProfiles.adobeRgb())
			.text("Planted comment")
			.toBytes();

		assertClean(this.engine.run(photo, this.directory));
	}

	private static TestExif secrets() {
		return TestExif.exif()
			.camera("Maker", "Model")
			.bodySerialNumber("SN-47110815")
			.ownerName("Petra Planted")
			.artist("Planted artist")
			.description("Planted description")
			.makerNote("secret-note")
			.position(47.3769, 8.5417);
	}

	private static void assertClean(PhotoRun run) {
		assertThat(run.result().variants()).hasSize(4);
		for (RenderedVariant variant : run.result().variants()) {
			assertThatImage(variant.file()).hasNoMetadata(PLANTED);
		}
		String told = run.result().metadata() + " " + run.result().warnings() + " " + run.result().removed();
		assertThat(told).doesNotContain(PLANTED).doesNotContain("47.37", "8.54");
		assertThat(run.result().removed()).contains("gps", "device-serial", "owner", "maker-notes");
	}

}
