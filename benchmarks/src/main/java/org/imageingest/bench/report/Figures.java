package org.imageingest.bench.report;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Figures as they are reported: no more digits than they are worth.
 */
public final class Figures {

	private static final double BYTES_PER_MB = 1024.0 * 1024.0;

	private static final double MILLIS_PER_MINUTE = 60_000;

	private Figures() {
	}

	/**
	 * Returns the share of a time that falls to one image.
	 * @param time for all
	 * @param images how many
	 * @return milliseconds to a tenth, or {@code null} without images
	 */
	public static @Nullable Double millisPerImage(Duration time, int images) {
		return (images > 0) ? tenths(time.toNanos() / 1e6 / images) : null;
	}

	/**
	 * Returns how many images are done in a minute.
	 * @param images how many were done
	 * @param time in which time
	 * @return images to a tenth
	 */
	public static double perMinute(int images, Duration time) {
		return tenths(images * MILLIS_PER_MINUTE / Math.max(1, time.toMillis()));
	}

	/**
	 * Returns a size.
	 * @param bytes in bytes
	 * @return in whole units of 1,048,576 bytes
	 */
	public static long megabytes(long bytes) {
		return Math.round(bytes / BYTES_PER_MB);
	}

	private static double tenths(double value) {
		return Math.round(value * 10) / 10.0;
	}

}
