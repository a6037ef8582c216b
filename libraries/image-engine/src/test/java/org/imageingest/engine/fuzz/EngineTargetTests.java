package org.imageingest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.imageingest.testkit.fuzz.FuzzRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short search in every build; {@code -Pfuzz} searches longer, and with instruments.
 */
class EngineTargetTests {

	private static final Duration DURATION = Duration.parse(System.getProperty("fuzz.duration", "PT2S"));

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void noInputBreaksIt(EngineTarget target) throws IOException {
		List<byte[]> seeds = EngineSeeds.all();
		long tried = new FuzzRun(target.name(), target.in(this.directory)).search(seeds, DURATION);
		assertThat(tried).isGreaterThanOrEqualTo(seeds.size());
	}

}
