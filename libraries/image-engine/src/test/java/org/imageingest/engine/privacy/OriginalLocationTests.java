package org.imageingest.engine.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.TestEngine;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.TestBmp;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.secret.PlantedPhoto;
import org.imageingest.testkit.secret.SecretSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OriginalLocationTests {

	@TempDir
	private Path directory;

	@Test
	void aCopyIsMadeWhereItIsAskedForOnly() throws IOException {
		byte[] photo = TestJpeg.jpeg(64, 48).exif(TestExif.exif().position(1, 2)).toBytes();
		assertThat(run(photo, true).strippedOriginal()).isNotEmptyFile();
		assertThat(run(photo, false).strippedOriginal()).isNull();
	}

	@Test
	void anOriginalThatCannotBeDoneIsWarnedOf() throws IOException {
		EngineResult raw = run(TestRaw.NEF.with(TestJpeg.jpeg(640, 424).toBytes(), 1), true);
		assertThat(raw.warnings()).first().isEqualTo(EngineWarnings.ORIGINAL_LOCATION_KEPT);
		assertThat(raw.strippedOriginal()).isNull();
		assertThat(run(TestRaw.NEF.with(TestJpeg.jpeg(640, 424).toBytes(), 1), false).warnings())
			.doesNotContain(EngineWarnings.ORIGINAL_LOCATION_KEPT);
	}

	@Test
	void anOriginalThatHasNoRoomForALocationIsNot() throws IOException {
		byte[] photo = TestBmp.plain(TestPictures.asymmetric(64, 48), 3, false);
		assertThat(run(photo, true)).extracting(EngineResult::warnings, EngineResult::strippedOriginal)
			.containsExactly(List.of(), null);
	}

	@Test
	void whatLiesBehindThePictureIsNotSearchedAndWarnedOf() throws IOException {
		byte[] heic = heic();
		assertThat(run(heic, true).warnings()).doesNotContain(EngineWarnings.ORIGINAL_LOCATION_KEPT);
		for (byte[] photo : List.of(heic, TestBmp.plain(TestPictures.asymmetric(64, 48), 3, false))) {
			byte[] film = "\0\0\0\30mpvdLatitude".getBytes(StandardCharsets.ISO_8859_1);
			assertThat(run(JpegParts.join(photo, film), true).warnings()).first()
				.isEqualTo(EngineWarnings.ORIGINAL_LOCATION_KEPT);
		}
	}

	@Test
	void aHeicWithXmpKeepsItsOriginalToItself() throws IOException {
		PlantedPhoto photo = PlantedPhoto.heif("heic");
		EngineResult result = run(photo.file(), true);
		assertThat(result.warnings()).first().isEqualTo(EngineWarnings.ORIGINAL_LOCATION_KEPT);
		assertThat(result.strippedOriginal()).isNull();
		assertThat(result.removed()).contains("gps", "xmp");
		assertThat(SecretSearch.forAll().in(result.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	private static byte[] heic() throws IOException {
		try (InputStream sample = EngineResult.class.getResourceAsStream("samples/sample.heic")) {
			return sample.readAllBytes();
		}
	}

	private EngineResult run(byte[] photo, boolean strip) throws IOException {
		Path output = Files.createTempDirectory(this.directory, "variants");
		Path source = Files.write(output.resolveSibling(output.getFileName() + ".source"), photo);
		return TestEngine.PORTABLE.engine()
			.process(new EngineRequest(source, Recipe.standard(), MetadataPolicy.standard(), ImageLimits.standard(),
					output)
				.withStrippedLocation(strip));
	}

}
