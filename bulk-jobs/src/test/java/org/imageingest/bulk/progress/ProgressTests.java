package org.imageingest.bulk.progress;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProgressTests {

	private static final long SECOND = 1_000_000_000L;

	@Test
	void shareAndTimeLeftAreToldOnceTheItemsAreCounted() {
		assertThat(new Progress(150, 600L, 2.5, "150 read"))
			.hasToString("150 read; 25.0 % of 600, 2.5 items a second, about 3 min 0 s left");
		assertThat(new Progress(150, 40_000L, 2.5, "150 read")).asString().endsWith("about 4 h 25 min left");
		assertThat(new Progress(599, 600L, 2.5, "599 read")).asString().endsWith("about 0 s left");
	}

	@Test
	void whatIsNotKnownIsNotMadeUp() {
		assertThat(new Progress(150, null, 2.5, "150 read")).hasToString("150 read; of ?, 2.5 items a second");
		assertThat(new Progress(150, 600L, 0, "150 read")).hasToString("150 read; 25.0 % of 600, 0.0 items a second");
		assertThat(new Progress(0, 0L, 0, "0 read")).hasToString("0 read; 100.0 % of 0, 0.0 items a second");
	}

	@Test
	void theRateFollowsWhatHappensLately() {
		Pace pace = new Pace(0);
		assertThat(pace.at(10 * SECOND, 1000)).isEqualTo(100);
		assertThat(pace.at(20 * SECOND, 1000)).isCloseTo(70, within(0.01));
		double rate = 0;
		for (int i = 3; i < 20; i++) {
			rate = pace.at(10 * i * SECOND, 1000 + 10L * (i - 2));
		}
		assertThat(rate).isCloseTo(1, within(0.3));
	}

}
