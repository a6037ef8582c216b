package org.imageingest.engine.worker;

import java.time.Duration;

import org.imageingest.engine.EngineChoice;

/**
 * How many workers there are, and what each may take.
 *
 * @param engine which image libraries they may use
 * @param workers workers, each with one photo at a time; 0: one for each processor
 * @param memoryBytes most memory of a worker in bytes, heap and native together; at least
 * {@link #MIN_MEMORY_BYTES}. A worker that has grown over a quarter of it is replaced
 * after its photo
 * @param photosPerWorker photos after which a worker is replaced
 * @param timeLimit longest time for one photo
 */
public record WorkerOptions(EngineChoice engine, int workers, long memoryBytes, int photosPerWorker,
		Duration timeLimit) {

	private static final long MIB = 1L << 20;

	/** What a worker needs for itself and a small photo: 256 MiB. */
	public static final long MIN_MEMORY_BYTES = 256 * MIB;

	/** Memory of a worker where nothing else is configured: 2 GiB. */
	public static final long DEFAULT_MEMORY_BYTES = 2048 * MIB;

	/** Photos of a worker where nothing else is configured. */
	public static final int DEFAULT_PHOTOS = 2000;

	/** Time for a photo where nothing else is configured. */
	public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(2);

	/**
	 * 768 MB of 2 GiB. Of a progressive JPEG of 100 megapixels pure Java holds 300 MB, of
	 * a bitmap of 12 megapixels 144 MB, and native engines leave rare pictures to it. A
	 * heap that is not needed is not taken from the system.
	 */
	private static final double HEAP = 0.375;

	private static final int RECYCLED_AT = 4;

	public WorkerOptions {
		require(workers >= 0, "workers " + workers + " is negative");
		require(memoryBytes >= MIN_MEMORY_BYTES, "worker-memory of " + memoryBytes / MIB
				+ " MB is less than a worker needs, " + MIN_MEMORY_BYTES / MIB + " MB");
		require(photosPerWorker >= 1, "worker-photos " + photosPerWorker + " is not positive");
		require(timeLimit.isPositive(), "time-limit " + timeLimit + " is not positive");
		workers = (workers > 0) ? workers : Runtime.getRuntime().availableProcessors();
	}

	/**
	 * Returns what is used where nothing else is configured.
	 * @return the best engine, a worker for each processor
	 */
	public static WorkerOptions standard() {
		return new WorkerOptions(EngineChoice.AUTO, 0, DEFAULT_MEMORY_BYTES, DEFAULT_PHOTOS, DEFAULT_TIME_LIMIT);
	}

	/** The part of the memory that the Java heap may take. */
	long heapBytes() {
		return (long) (this.memoryBytes * HEAP);
	}

	long recycledAtBytes() {
		return this.memoryBytes / RECYCLED_AT;
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
