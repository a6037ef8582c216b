package org.imageingest.bench.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Percentiles of times by the nearest-rank method: always a time that was measured.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method">the
 * method</a>
 */
public final class Percentiles {

	private static final double HUNDRED = 100.0;

	private final List<Duration> sorted;

	private Percentiles(List<Duration> sorted) {
		this.sorted = sorted;
	}

	public static Percentiles of(Collection<Duration> times) {
		return new Percentiles(times.stream().sorted().toList());
	}

	/**
	 * Returns the smallest time that so many of all times do not exceed.
	 * @param percent above 0, at most 100
	 * @return whole milliseconds, or {@code null} if nothing was measured
	 */
	public @Nullable Long millis(int percent) {
		if (percent <= 0 || percent > HUNDRED) {
			throw new IllegalArgumentException("Not a percentile: " + percent);
		}
		if (this.sorted.isEmpty()) {
			return null;
		}
		int rank = (int) Math.ceil(percent / HUNDRED * this.sorted.size());
		return Math.round(this.sorted.get(rank - 1).toNanos() / 1e6);
	}

}
