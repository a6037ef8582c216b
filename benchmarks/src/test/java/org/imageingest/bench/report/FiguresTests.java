package org.imageingest.bench.report;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	@Test
	void timesFallToImagesEvenly() {
		assertThat(Figures.millisPerImage(Duration.ofSeconds(10), 3)).isEqualTo(3333.3);
		assertThat(Figures.millisPerImage(Duration.ofSeconds(10), 0)).isNull();
	}

	@Test
	void throughputIsToldPerMinute() {
		assertThat(Figures.perMinute(200, Duration.ofSeconds(90))).isEqualTo(133.3);
		assertThat(Figures.perMinute(0, Duration.ofSeconds(90))).isZero();
	}

	@Test
	void memoryIsToldInUnitsOf1048576Bytes() {
		assertThat(Figures.megabytes(768L * 1024 * 1024)).isEqualTo(768);
	}

}
