package org.imageingest.bench.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that processes hold together while they are watched.
 */
public final class PeakMemory implements AutoCloseable {

	private static final Duration INTERVAL = Duration.ofMillis(200);

	/** New processes are looked for every second: that takes longer than reading some. */
	private static final int SAMPLES_PER_LIST = 5;

	private final ProcessTree processes;

	private final AtomicLong peakBytes = new AtomicLong();

	private final Thread sampler = Thread.ofPlatform().daemon().name("memory").unstarted(this::sample);

	private PeakMemory(ProcessTree processes) {
		this.processes = processes;
	}

	/**
	 * Begins to watch.
	 * @param processes whom
	 * @return the watch, to be closed
	 */
	public static PeakMemory watch(ProcessTree processes) {
		PeakMemory memory = new PeakMemory(processes);
		memory.sampler.start();
		return memory;
	}

	/**
	 * Returns the peak until now: of the sums seen, or that of a single process as the
	 * system itself keeps it, so that with one process no peak between two looks is
	 * missed.
	 * @return bytes
	 */
	public long bytes() {
		note(this.processes.residentBytes());
		note(this.processes.largestPeakBytes());
		return this.peakBytes.get();
	}

	private void sample() {
		try {
			while (true) {
				Set<Long> pids = this.processes.pids();
				for (int sample = 0; sample < SAMPLES_PER_LIST; sample++) {
					note(this.processes.residentBytes(pids));
					Thread.sleep(INTERVAL);
				}
			}
		}
		catch (InterruptedException ex) {
			// Closed.
		}
	}

	private void note(long bytes) {
		this.peakBytes.accumulateAndGet(bytes, Math::max);
	}

	@Override
	public void close() {
		this.sampler.interrupt();
	}

}
