package org.imageingest.engine.portable;

import java.nio.file.Path;
import java.util.HexFormat;

import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.format.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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

}
