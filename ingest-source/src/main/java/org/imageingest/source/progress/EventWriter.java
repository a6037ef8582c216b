package org.imageingest.source.progress;

import java.io.IOException;
import java.util.Map;

import org.imageingest.source.listing.JobChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts letters into the words of the API.
 */
final class EventWriter {

	private static final Logger logger = LoggerFactory.getLogger(EventWriter.class);

	private final EventOutput out;

	private final StreamConnection connection;

	private final EndStatus endStatus;

	private final ProgressProperties settings;

	EventWriter(EventOutput out, StreamConnection connection, EndStatus endStatus, ProgressProperties settings) {
		this.out = out;
		this.connection = connection;
		this.endStatus = endStatus;
		this.settings = settings;
	}

	/**
	 * Writes a letter, and ends the stream if it is the last, or if the client does not
	 * read it in time.
	 * @param letter what to tell
	 * @param following what the client follows
	 * @return whether the stream goes on
	 * @throws IOException if the client has gone
	 */
	boolean write(Letter letter, Following following) throws IOException {
		return this.connection.use(() -> isWritten(letter, following) && letter.ending() == null);
	}

	private boolean isWritten(Letter letter, Following following) throws IOException {
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
			if (System.nanoTime() - begun > this.settings.patience().toNanos()) {
				// A write that makes no way at all is ended by the server's time limit.
				logger.info("A client did not read its stream within {}; closed", this.settings.patience());
				return false;
			}
		}
		if (letter.first() && contents.position() > told && !contents.overflown()) {
			this.out.position(contents.position());
		}
		if (letter.ping()) {
			this.out.comment("ping");
		}
		writeEnd(letter, following);
		this.out.flush();
		return true;
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
		var status = this.endStatus.of(String.valueOf(following.id()), following.owner());
		if (status.isPresent()) {
			this.out.event("status", status.get());
		}
	}

	/** Ends the stream. */
	void close() {
		this.connection.finish();
	}

}
