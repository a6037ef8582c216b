package org.imageingest.source;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Settings for tests of single classes.
 */
public final class TestSettings {

	private TestSettings() {
	}

	public static IngestProperties outbox(int maxPending, Duration maxAge) {
		return new IngestProperties("00", DataSize.ofMegabytes(15), DataSize.ofMegabytes(100), 100_000_000, 65_535,
				5_000, 100, null,
				new IngestProperties.Outbox(maxPending, maxAge, Duration.ofSeconds(5), Duration.ofSeconds(1)),
				new IngestProperties.Staging(Duration.ofSeconds(1)));
	}

}
