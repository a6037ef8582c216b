package org.imageingest.source.watch;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Remembers since when a queue was seen empty, by a clock that nobody sets. Anything that
 * waits there, and any look that failed or did not come, begins the count anew.
 */
final class EmptyQueue {

	private final LongSupplier nanoTime;

	/** Longest time between two looks that still tells of the time between them. */
	private final Duration longestGap;

	private @Nullable Long emptySince;

	private long lastLook;

	EmptyQueue(LongSupplier nanoTime, Duration longestGap) {
		this.nanoTime = nanoTime;
		this.longestGap = longestGap;
	}

	/**
	 * Notes what a look has found.
	 * @param depth messages in the queue, if known
	 */
	void seen(OptionalLong depth) {
		long now = this.nanoTime.getAsLong();
		boolean gap = now - this.lastLook > this.longestGap.toNanos();
		this.lastLook = now;
		if (depth.isEmpty() || depth.getAsLong() > 0) {
			this.emptySince = null;
		}
		else if (this.emptySince == null || gap) {
			this.emptySince = now;
		}
	}

	boolean hasBeenEmptyFor(Duration time) {
		return this.emptySince != null && this.lastLook - this.emptySince >= time.toNanos();
	}

}
