package org.imageingest.bulk.progress;

/**
 * How fast items are done, lately: those that are there already take a fraction of the
 * time of new ones, so an average over everything would mislead.
 */
final class Pace {

	/** Weight of the last stretch; six of them make up nine tenths. */
	private static final double WEIGHT = 0.3;

	private long countedAt;

	private long counted;

	private double rate = -1;

	Pace(long now) {
		this.countedAt = now;
	}

	/**
	 * Counts what was done since the last call.
	 * @param now time in nanoseconds
	 * @param done items done since the beginning
	 * @return items a second
	 */
	double at(long now, long done) {
		if (now > this.countedAt) {
			double latest = (done - this.counted) * 1e9 / (now - this.countedAt);
			this.rate = (this.rate < 0) ? latest : WEIGHT * latest + (1 - WEIGHT) * this.rate;
			this.counted = done;
			this.countedAt = now;
		}
		return Math.max(0, this.rate);
	}

}
