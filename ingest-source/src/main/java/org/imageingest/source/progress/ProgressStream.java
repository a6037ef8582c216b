package org.imageingest.source.progress;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.imageingest.source.listing.JobChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client that follows jobs. What it is to be told waits in a mailbox; a virtual thread
 * writes while there is something, so that an idle stream has no thread and a slow one
 * holds up nobody else.
 */
final class ProgressStream {

	private static final Logger logger = LoggerFactory.getLogger(ProgressStream.class);

	private final Following following;

	private final @Nullable Instant expiresAt;

	private final ProgressProperties settings;

	private final Mailbox mailbox;

	/** Jobs followed to their end that have not reached it. */
	private final Set<String> running = new HashSet<>();

	private @Nullable EventWriter writer;

	private boolean begun;

	private boolean writing;

	private boolean pingDue;

	private @Nullable Ending ending;

	private long lastWritten = System.nanoTime();

	ProgressStream(Following following, long position, @Nullable Instant expiresAt, ProgressProperties settings) {
		this.following = following;
		this.expiresAt = expiresAt;
		this.settings = settings;
		// What is followed to its end is bounded by itself, and no part of it may be
		// missed.
		this.mailbox = new Mailbox(following.hasEnd() ? Integer.MAX_VALUE : settings.maxWaiting(), position);
	}

	Following following() {
		return this.following;
	}

	/** Adds what was read when the client connected. */
	synchronized void begin(Collection<JobChange> changes, long readTo) {
		this.mailbox.begin(changes, readTo);
	}

	/** Has the client list its jobs anew. */
	synchronized void beginAnewAt(long position) {
		this.mailbox.skipTo(position);
	}

	/** Notes the jobs that are followed to their end. */
	synchronized void awaitEndOf(List<String> jobIds) {
		this.running.addAll(jobIds);
	}

	/** Begins to write; before that everything waits. */
	synchronized void writeTo(EventWriter output) {
		this.writer = output;
		startWriting();
	}

	/** Tells a change, if it is one that this client follows. */
	synchronized void offer(JobChange change) {
		if (this.following.includes(change)) {
			this.mailbox.put(change);
			if (!this.mailbox.isEmpty()) {
				startWriting();
			}
		}
	}

	/** Looks at the clock: time to give a sign of life, or to end. */
	synchronized void look(Instant now) {
		if (this.expiresAt != null && !now.isBefore(this.expiresAt)) {
			end(Ending.EXPIRED);
		}
		else if (!this.writing && System.nanoTime() - this.lastWritten >= this.settings.ping().toNanos()) {
			this.pingDue = true;
			startWriting();
		}
	}

	synchronized void end(Ending reason) {
		if (this.ending == null) {
			this.ending = reason;
			startWriting();
		}
	}

	/** Called with the lock held. */
	private void startWriting() {
		EventWriter output = this.writer;
		if (output != null && !this.writing) {
			this.writing = true;
			Thread.ofVirtual().name("progress-writer").start(() -> write(output));
		}
	}

	private void write(EventWriter output) {
		// At its end the stream stays marked as writing, so that nobody begins again.
		try {
			Letter letter = next();
			while (letter != null && output.write(letter, this.following)) {
				letter = next();
			}
		}
		catch (IOException ex) {
			logger.debug("A client has left its stream", ex);
		}
		catch (RuntimeException ex) {
			logger.warn("A stream was closed; its client connects again", ex);
			output.close();
		}
	}

	/** Takes what is to be written; with nothing left the thread goes. */
	private synchronized @Nullable Letter next() {
		boolean first = !this.begun;
		this.begun = true;
		this.lastWritten = System.nanoTime();
		Mailbox.Contents contents = this.mailbox.take();
		contents.changes().forEach(this::noteEnd);
		if (this.ending == null && this.following.hasEnd() && this.running.isEmpty()) {
			this.ending = Ending.FOLLOWED_TO_THE_END;
		}
		if (!first && !this.pingDue && contents.isEmpty() && this.ending == null) {
			this.writing = false;
			return null;
		}
		Letter letter = new Letter(contents, first, this.pingDue, this.ending);
		this.pingDue = false;
		return letter;
	}

	private void noteEnd(JobChange change) {
		if (change.isRunning()) {
			this.running.add(change.jobId());
		}
		else {
			this.running.remove(change.jobId());
		}
	}

}
