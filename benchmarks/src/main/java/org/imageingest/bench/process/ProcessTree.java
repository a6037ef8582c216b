package org.imageingest.bench.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Processes and all their descendants, seen as one.
 */
public final class ProcessTree {

	private static final int TRIES = 5;

	private final List<Long> roots;

	private final ProcessReadings readings;

	/**
	 * Looks at some processes.
	 * @param roots their process ids
	 * @param readings where to read
	 */
	public ProcessTree(Collection<Long> roots, ProcessReadings readings) {
		this.roots = List.copyOf(roots);
		this.readings = readings;
	}

	/**
	 * Returns the processor time taken so far, by those that run and, on Linux, by those
	 * of their descendants that have ended.
	 * @return user and system time
	 */
	public Duration cpu() {
		Set<Long> before = pids();
		for (int attempt = 1;; attempt++) {
			Duration sum = before.stream().map(this.readings::cpu).reduce(Duration.ZERO, Duration::plus);
			Set<Long> after = pids();
			// One that ended meanwhile would be counted twice, or not at all.
			if (after.equals(before) || attempt == TRIES) {
				return sum;
			}
			before = after;
		}
	}

	/**
	 * Returns the memory held now. What processes share is counted for each.
	 * @return sum of the resident set sizes in bytes
	 */
	public long residentBytes() {
		return residentBytes(pids());
	}

	/**
	 * Returns the most that any one of the processes has held since it began.
	 * @return resident set size in bytes; 0 where the system does not tell
	 */
	public long largestPeakBytes() {
		return pids().stream().mapToLong(this.readings::peakResidentBytes).max().orElse(0);
	}

	/**
	 * Tells whether all the processes that were named still run.
	 * @return false if one has ended
	 */
	public boolean isAlive() {
		return this.roots.stream().allMatch((pid) -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
	}

	/**
	 * Returns the memory that some of the processes hold now.
	 * @param pids which, as of {@link #pids()}
	 * @return sum of the resident set sizes in bytes
	 */
	long residentBytes(Set<Long> pids) {
		return pids.stream().mapToLong(this.readings::residentBytes).sum();
	}

	/**
	 * Looks which processes there are, which takes a while: the system's whole list is
	 * read.
	 * @return ids of the roots and their descendants
	 */
	Set<Long> pids() {
		Set<Long> pids = new TreeSet<>(this.roots);
		for (long root : this.roots) {
			ProcessHandle.of(root)
				.ifPresent((process) -> process.descendants().map(ProcessHandle::pid).forEach(pids::add));
		}
		return pids;
	}

}
