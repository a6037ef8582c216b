package org.imageingest.engine.worker.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.imageingest.testkit.fuzz.FuzzRun;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short search in every build; {@code -Pfuzz} searches longer, and with instruments.
 */
class ProtocolTargetTests {

	private static final Duration DURATION = Duration.parse(System.getProperty("fuzz.duration", "PT1S"));

	@Test
	void noInputBreaksIt() throws IOException {
		List<byte[]> seeds = ProtocolTarget.seeds();
		long tried = new FuzzRun("protocol", ProtocolTarget.metered()).search(seeds, DURATION);
		assertThat(tried).isGreaterThanOrEqualTo(seeds.size());
	}

}
