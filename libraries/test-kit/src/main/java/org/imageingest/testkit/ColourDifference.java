package org.imageingest.testkit;

import java.util.Arrays;

/**
 * How far the colours of two pictures are apart (CIEDE2000).
 *
 * @param mean of all pixels
 * @param percentile99 what 99 of 100 pixels do not exceed
 */
public record ColourDifference(double mean, double percentile99) {

	static ColourDifference of(double[] distances) {
		double[] sorted = distances.clone();
		Arrays.sort(sorted);
		int rank = (int) Math.ceil(0.99 * sorted.length);
		return new ColourDifference(Arrays.stream(sorted).average().orElse(0), sorted[Math.max(0, rank - 1)]);
	}

	/**
	 * Tells whether the pictures are close enough.
	 * @param most bounds of both figures
	 * @return true if neither is exceeded
	 */
	public boolean isWithin(ColourDifference most) {
		return this.mean <= most.mean && this.percentile99 <= most.percentile99;
	}

}
