package org.imageingest.source.progress;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imageingest.source.listing.JobChange;

/**
 * What waits to be told to a client: of each job the latest change, and of no more jobs
 * than fit. When more wait, all are forgotten and the client is asked to list anew.
 */
final class Mailbox {

	private final Map<String, JobChange> waiting = new HashMap<>();

	private final int capacity;

	/** Up to this number everything was told or is waiting. */
	private long position;

	private boolean overflown;

	Mailbox(int capacity, long position) {
		this.capacity = capacity;
		this.position = position;
	}

	/**
	 * Adds what was read at the start, beside what was put in meanwhile.
	 * @param changes the changes
	 * @param readTo number up to which nothing is missing in them
	 */
	void begin(Collection<JobChange> changes, long readTo) {
		changes.forEach(this::add);
		this.position = Math.max(this.position, readTo);
	}

	/** Asks the client to list its jobs anew: it cannot be told what it missed. */
	void skipTo(long number) {
		this.waiting.clear();
		this.position = number;
		this.overflown = true;
	}

	/** Adds a change, unless it was told already. */
	void put(JobChange change) {
		if (change.number() > this.position) {
			add(change);
		}
	}

	private void add(JobChange change) {
		this.position = Math.max(this.position, change.number());
		if (!this.overflown) {
			// One without a number may be older than any other; it comes again with one.
			this.waiting.merge(change.jobId(), change, (one, other) -> (one.number() > other.number()) ? one : other);
			if (this.waiting.size() > this.capacity) {
				skipTo(this.position);
			}
		}
	}

	boolean isEmpty() {
		return this.waiting.isEmpty() && !this.overflown;
	}

	/** Takes everything out. */
	Contents take() {
		Contents contents = new Contents(
				this.waiting.values().stream().sorted(Comparator.comparingLong(JobChange::number)).toList(),
				this.overflown, this.position);
		this.waiting.clear();
		this.overflown = false;
		return contents;
	}

	/**
	 * What waited.
	 *
	 * @param changes the changes in their order, those without a number first
	 * @param overflown whether there were more than fit, so that none is left
	 * @param position number up to which all is told with these
	 */
	record Contents(List<JobChange> changes, boolean overflown, long position) {

		boolean isEmpty() {
			return this.changes.isEmpty() && !this.overflown;
		}

	}

}
