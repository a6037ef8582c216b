package org.imageingest.source.progress;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.imageingest.source.listing.JobChange;

/**
 * Puts letters into the words of the API.
 */
final class EventWriter {

	private final EventOutput out;

	private final StreamConnection connection;

	private final List<EndStatus> endStatuses;

	private final ProgressProperties settings;

	EventWriter(EventOutput out, StreamConnection connection, List<EndStatus> endStatuses,
			ProgressProperties settings) {
		this.out = out;
		this.connection = connection;
		this.endStatuses = endStatuses;
		this.settings = settings;
	}

	/**
	 * Writes a letter.
	 * @param letter what to tell
	 * @param following what the client follows
	 * @throws IOException if the client has gone, or takes too long to read
	 */
	void write(Letter letter, Following following) throws IOException {
		long begun = System.nanoTime();
		if (letter.first()) {
			this.out.reconnectAfter(this.settings.reconnect());
		}
		Mailbox.Contents contents = letter.contents();
		if (contents.overflown()) {
			this.out.event("resync", contents.position(),
					Map.of("detail", "More jobs changed than are told at once; list them anew"));
		}
		long told = 0;
		for (JobChange change : contents.changes()) {
			write(change);
			told = change.number();
			checkPatience(begun);
		}
		if (letter.first() && contents.position() > told && !contents.overflown()) {
			this.out.position(contents.position());
		}
		if (letter.ping()) {
			this.out.comment("ping");
		}
		writeEnd(letter, following);
		this.out.flush();
	}

	private void write(JobChange change) throws IOException {
		if (change.number() == 0) {
			this.out.event("job", change.item());
		}
		else {
			this.out.event("job", change.number(), change.item());
		}
	}

	private void writeEnd(Letter letter, Following following) throws IOException {
		switch (letter.ending()) {
			case FOLLOWED_TO_THE_END -> writeStatus(following);
			case EXPIRED ->
				this.out.event("expired", Map.of("detail", "The token has expired; connect with a new one"));
			case STOPPING -> this.out.comment("stopping");
			case null -> {
			}
		}
	}

	private void writeStatus(Following following) throws IOException {
		String id = String.valueOf(following.id());
		for (EndStatus endStatus : this.endStatuses) {
			var status = endStatus.of(id, following.owner());
			if (status.isPresent()) {
				this.out.event("status", status.get());
				return;
			}
		}
	}

	/** A write that makes no way at all is ended by the server's own time limit. */
	private void checkPatience(long begun) throws IOException {
		if (System.nanoTime() - begun > this.settings.patience().toNanos()) {
			throw new IOException("What waits for the client is unread after " + this.settings.patience());
		}
	}

	void close() {
		this.connection.finish();
	}

}
