package org.imageingest.bench.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PercentilesTests {

	/** The example of the method's description. */
	@ParameterizedTest
	@CsvSource({ "5, 15", "20, 15", "21, 20", "30, 20", "40, 20", "50, 35", "99, 50", "100, 50" })
	void percentileIsTheTimeAtTheNearestRank(int percent, long expected) {
		assertThat(Percentiles.of(times(50, 15, 40, 20, 35)).millis(percent)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "50, 50", "99, 99", "100, 100", "1, 1" })
	void hundredTimesHaveOneForEachPercent(int percent, long expected) {
		List<Duration> times = new ArrayList<>(IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
		Collections.shuffle(times);
		assertThat(Percentiles.of(times).millis(percent)).isEqualTo(expected);
	}

	@Test
	void oneTimeIsEveryPercentile() {
		assertThat(Percentiles.of(times(7)).millis(1)).isEqualTo(7);
		assertThat(Percentiles.of(times(7)).millis(99)).isEqualTo(7);
	}

	@Test
	void timesAreRoundedToMilliseconds() {
		assertThat(Percentiles.of(List.of(Duration.ofNanos(1_499_999))).millis(50)).isEqualTo(1);
		assertThat(Percentiles.of(List.of(Duration.ofNanos(1_500_000))).millis(50)).isEqualTo(2);
	}

	@Test
	void withoutTimesThereIsNone() {
		assertThat(Percentiles.of(List.of()).millis(50)).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 101 })
	void whatIsNoPercentileIsRefused(int percent) {
		assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(times(1)).millis(percent));
	}

	private static List<Duration> times(long... millis) {
		return Arrays.stream(millis).mapToObj(Duration::ofMillis).toList();
	}

}
