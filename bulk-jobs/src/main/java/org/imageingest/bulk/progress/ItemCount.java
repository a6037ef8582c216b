package org.imageingest.bulk.progress;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the items of a source beside the job, which does not wait for it: what is left
 * can only be told once all were seen.
 */
final class ItemCount {

	private static final Logger logger = LoggerFactory.getLogger(ItemCount.class);

	private volatile boolean stopped;

	private volatile @Nullable Long total;

	/**
	 * Begins to count.
	 * @param counting counts, and gives up with a {@link CancellationException} when it
	 * is told to
	 */
	ItemCount(ToLongFunction<BooleanSupplier> counting) {
		Thread.ofPlatform().daemon().name("count").start(() -> count(counting));
	}

	private void count(ToLongFunction<BooleanSupplier> counting) {
		try {
			this.total = counting.applyAsLong(() -> this.stopped);
		}
		catch (CancellationException ex) {
			// The job was faster.
		}
		catch (RuntimeException ex) {
			logger.warn("The items could not be counted, so it is not told how much is left: {}", ex.toString());
		}
	}

	/** Returns how many there are, or null while that is not known. */
	@Nullable Long total() {
		return this.total;
	}

	void stop() {
		this.stopped = true;
	}

}
