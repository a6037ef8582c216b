package org.imageingest.engine.vips;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.imageingest.testkit.fuzz.FuzzRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short search in every build; {@code -Pfuzz} searches longer, and with instruments.
 */
class HeifMirrorTargetTests {

	private static final Duration DURATION = Duration.parse(System.getProperty("fuzz.duration", "PT2S"));

	@Test
	void noInputBreaksIt(@TempDir Path directory) throws IOException {
		try (InputStream mirrored = HeifMirrorTargetTests.class.getResourceAsStream("mirrored.avif")) {
			List<byte[]> seeds = List.of(Objects.requireNonNull(mirrored).readAllBytes());
			assertThat(new FuzzRun("HEIF_MIRROR", HeifMirrorTarget.in(directory)).search(seeds, DURATION))
				.isGreaterThanOrEqualTo(seeds.size());
		}
	}

}
