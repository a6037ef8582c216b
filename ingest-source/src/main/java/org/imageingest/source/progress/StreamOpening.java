package org.imageingest.source.progress;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.listing.JobChange;
import org.imageingest.source.listing.JobChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Opens streams: first the stream gets every change from now on, then it reads what was
 * before, so that nothing falls in between.
 */
@Component
class StreamOpening {

	/** Many clients connect at once after a restart; uploads need the database too. */
	private static final int READERS = 4;

	private final OpenStreams streams;

	private final ChangeFeed feed;

	private final ChangeNumbering numbering;

	private final JobChanges changes;

	private final ProgressProperties settings;

	private final Semaphore readers = new Semaphore(READERS, true);

	StreamOpening(OpenStreams streams, ChangeFeed feed, ChangeNumbering numbering, JobChanges changes,
			ProgressProperties settings) {
		this.streams = streams;
		this.feed = feed;
		this.numbering = numbering;
		this.changes = changes;
		this.settings = settings;
	}

	/**
	 * Opens a stream. It is to be removed from the open streams at its end.
	 * @param following what to tell of
	 * @param lastNumber number of the last change that the client was told; absent if it
	 * comes for the first time
	 * @param expiresAt when the client's token ends
	 * @return the stream, with all that waits for the client
	 * @throws ProblemException if there is no such job or batch, or too many streams are
	 * open
	 */
	ProgressStream open(Following following, @Nullable Long lastNumber, @Nullable Instant expiresAt) {
		ProgressStream stream = new ProgressStream(following, (lastNumber != null) ? lastNumber : 0, expiresAt,
				this.settings);
		this.streams.add(stream);
		boolean opened = false;
		this.readers.acquireUninterruptibly();
		try {
			fill(stream, lastNumber);
			opened = true;
		}
		finally {
			this.readers.release();
			if (!opened) {
				this.streams.remove(stream);
			}
		}
		return stream;
	}

	private void fill(ProgressStream stream, @Nullable Long lastNumber) {
		Following following = stream.following();
		long from = this.feed.position();
		Long last = (lastNumber != null && lastNumber > from && lastNumber > this.numbering.last()) ? null : lastNumber;
		if (following.id() != null) {
			fillWithFollowed(stream, following.id(), last, from);
		}
		else if (last != null) {
			stream.begin(this.changes.ofOwnerAfter(following.owner(), last, oneTooMany()), from);
		}
		else if (lastNumber != null) {
			// A number that was never given, such as one from before a restored backup.
			stream.beginAnewAt(from);
		}
		else {
			stream.begin(this.changes.ofOwnerRunningOrAfter(following.owner(), from, oneTooMany()), from);
		}
	}

	private int oneTooMany() {
		return this.settings.maxWaiting() + 1;
	}

	private void fillWithFollowed(ProgressStream stream, String id, @Nullable Long last, long from) {
		String owner = stream.following().owner();
		List<JobChange> all = Identifiers.isBatchId(id) ? this.changes.ofBatch(owner, id)
				: this.changes.ofJob(owner, id);
		if (all.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such job or batch"));
		}
		stream.awaitEndOf(all.stream().filter(JobChange::isRunning).map(JobChange::jobId).toList());
		stream.begin(all.stream().filter((change) -> isNews(change, last)).toList(), from);
	}

	private static boolean isNews(JobChange change, @Nullable Long last) {
		return last == null || change.number() == 0 || change.number() > last;
	}

}
