package org.imageingest.bulk.progress;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param done items that are done, over all executions
 * @param total items that there are; null while they are not counted
 * @param rate items a second, lately
 * @param counts what became of them, in words
 */
record Progress(long done, @Nullable Long total, double rate, String counts) {

	private static final double PERCENT = 100;

	@Override
	public String toString() {
		return "%s; %s, %.1f items a second%s".formatted(this.counts, share(), this.rate, outlook());
	}

	private String share() {
		return (this.total == null) ? "of ?"
				: "%.1f %% of %d".formatted((this.total > 0) ? PERCENT * this.done / this.total : PERCENT, this.total);
	}

	private String outlook() {
		if (this.total == null || this.rate <= 0 || this.done >= this.total) {
			return "";
		}
		return ", about " + inWords(Duration.ofSeconds(Math.round((this.total - this.done) / this.rate))) + " left";
	}

	private static String inWords(Duration time) {
		return (time.toHours() > 0) ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
				: (time.toMinutes() > 0) ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
						: time.toSeconds() + " s";
	}

}
