package org.imageingest.source.progress;

import java.util.List;

import org.imageingest.source.listing.JobChange;
import org.imageingest.source.listing.JobChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads changes once for all streams of this instance and hands them out.
 */
@Component
class ChangeFeed {

	private static final int BATCH = 1000;

	private final ChangeNumbering numbering;

	private final JobChanges changes;

	private final OpenStreams streams;

	/** Number up to which changes were handed out; unknown while nobody follows. */
	private @Nullable Long position;

	ChangeFeed(ChangeNumbering numbering, JobChanges changes, OpenStreams streams) {
		this.numbering = numbering;
		this.changes = changes;
		this.streams = streams;
	}

	/**
	 * Returns the number after which every change will be handed out to the streams that
	 * are open now.
	 * @return a number of a change, or 0
	 * @throws org.springframework.dao.DataAccessException if the database fails
	 */
	synchronized long position() {
		if (this.position == null) {
			this.position = this.numbering.last();
		}
		return this.position;
	}

	/**
	 * Looks for changes, if anybody follows them.
	 * @throws org.springframework.dao.DataAccessException if the database fails
	 */
	void look() {
		if (forgetWhereNobodyFollows()) {
			return;
		}
		this.numbering.numberChanges();
		List<JobChange> found;
		do {
			found = this.changes.after(position(), BATCH);
			if (!found.isEmpty()) {
				this.streams.tell(found);
				moveTo(found.getLast().number());
			}
		}
		while (found.size() == BATCH);
	}

	/** In one step, so that whoever comes now asks for the position after it. */
	private synchronized boolean forgetWhereNobodyFollows() {
		boolean nobody = this.streams.count() == 0;
		if (nobody) {
			this.position = null;
		}
		return nobody;
	}

	private synchronized void moveTo(long number) {
		this.position = number;
	}

}
