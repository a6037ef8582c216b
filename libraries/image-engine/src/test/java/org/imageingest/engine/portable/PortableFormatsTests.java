package org.imageingest.engine.portable;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortableFormatsTests {

	@TempDir
	Path directory;

	@Test
	void formatThatThisEngineLacksCompletesWithTheOriginalOnly() {
		byte[] heic = HexFormat.of()
			.parseHex("0000001466747970686569630000000068656963" + "00000034" + "6d657461" + "00000000" + "00000028"
					+ "69707270" + "00000020" + "6970636f" + "00000014" + "69737065" + "00000000" + "00000100"
					+ "000000c0" + "00000004");

		PhotoRun run = TestEngine.PORTABLE.run(heic, this.directory);

		assertThat(run.result().format()).isEqualTo(ImageFormat.HEIC);
		assertThat(run.result().variants()).isEmpty();
		assertThat(run.result().warnings()).contains("format-needs-native-engine");
		assertThat(run.result().metadata().width()).isEqualTo(256);
		assertThat(run.result().metadata().height()).isEqualTo(192);
		assertThat(TestEngine.PORTABLE.engine().description().formats()).doesNotContain(ImageFormat.HEIC)
			.contains(ImageFormat.JPEG, ImageFormat.PNG);
	}

	@Test
	void rareKindsOfJpegKeepTheirOriginalWhileTheyAreWhole() {
		byte[] arithmetic = asRareKind(TestJpeg.jpeg(64, 48).toBytes());

		PhotoRun run = run(arithmetic);

		assertThat(run.result().variants()).isEmpty();
		assertThat(run.result().warnings()).containsExactly("format-needs-native-engine");
		assertThat(run.result().metadata().width()).isEqualTo(64);
		assertCorrupt(Arrays.copyOf(arithmetic, arithmetic.length - 10));
	}

	@Test
	void jpegWhoseTablesBelieItsKindIsCorrupt() {
		byte[] photo = TestJpeg.jpeg(64, 48).toBytes();
		photo[frame(photo) + 1] = (byte) 0xC9;

		assertCorrupt(photo);
	}

	@Test
	void rareKindsOfTiffKeepTheirOriginalWhileTheyAreWhole() {
		byte[] zstandard = TestTiff.claiming(64, 48, 50_000, new byte[500]);

		PhotoRun run = run(zstandard);

		assertThat(run.result().variants()).isEmpty();
		assertThat(run.result().warnings()).containsExactly("format-needs-native-engine");
		assertCorrupt(Arrays.copyOf(zstandard, zstandard.length - 10));
		assertCorrupt(TestTiff.claiming(64, 48, 12_345, new byte[500]));
	}

	/** Arithmetic coding needs no tables, so a file without them is believed. */
	private static byte[] asRareKind(byte[] photo) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(photo, 0, 2);
		int at = 2;
		while (true) {
			int length = 2 + ((photo[at + 2] & 0xFF) << 8 | photo[at + 3] & 0xFF);
			int marker = photo[at + 1] & 0xFF;
			if (marker == 0xDA) {
				file.write(photo, at, photo.length - at);
				return file.toByteArray();
			}
			if (marker == 0xC0) {
				photo[at + 1] = (byte) 0xC9;
			}
			if (marker != 0xC4) {
				file.write(photo, at, length);
			}
			at += length;
		}
	}

	private static int frame(byte[] jpeg) {
		int at = 2;
		while (jpeg[at + 1] != (byte) 0xC0) {
			at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
		}
		return at;
	}

	private void assertCorrupt(byte[] photo) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> run(photo))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo(ProblemType.CORRUPT_IMAGE.uri()));
	}

	private PhotoRun run(byte[] photo) {
		return TestEngine.PORTABLE.run(photo, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());
	}

}
