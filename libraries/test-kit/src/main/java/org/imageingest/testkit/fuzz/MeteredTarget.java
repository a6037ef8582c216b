package org.imageingest.testkit.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.ThreadMXBean;

/**
 * Lets no input take more time or memory than any input may. What counts is the time of
 * the processor, so that a busy machine is no fault.
 *
 * @param target what is fed
 * @param limit most time of the processor
 * @param bytes most bytes taken from the heap, garbage included
 */
public record MeteredTarget(FuzzTarget target, Duration limit, long bytes) implements FuzzTarget {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Override
	public void feed(byte[] input) throws Exception {
		String excess = measured(input);
		if (!excess.isEmpty()) {
			// What a class costs when it is used for the first time is not the input's
			excess = measured(input);
		}
		if (!excess.isEmpty()) {
			throw new AssertionError(excess);
		}
	}

	private String measured(byte[] input) throws Exception {
		long time = THREADS.getCurrentThreadCpuTime();
		long taken = THREADS.getCurrentThreadAllocatedBytes();
		this.target.feed(input);
		Duration spent = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time);
		long allocated = THREADS.getCurrentThreadAllocatedBytes() - taken;
		if (spent.compareTo(this.limit) > 0) {
			return "It took " + spent.toMillis() + " ms, the limit is " + this.limit.toMillis();
		}
		return (allocated > this.bytes) ? "It took " + allocated + " bytes of the heap, the limit is " + this.bytes
				: "";
	}

}
