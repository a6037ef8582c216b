package org.imageingest.source.progress;

import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The request behind a stream, answered bit by bit and without a thread of the server.
 */
final class StreamConnection implements AsyncListener {

	private static final Logger logger = LoggerFactory.getLogger(StreamConnection.class);

	private final AsyncContext request;

	private final Runnable whenGone;

	private boolean finished;

	StreamConnection(AsyncContext request, Runnable whenGone) {
		this.request = request;
		this.whenGone = whenGone;
	}

	/** Ends the answer, once. Only for a connection that works, or is reported lost. */
	synchronized void finish() {
		this.whenGone.run();
		if (!this.finished) {
			this.finished = true;
			this.request.complete();
		}
	}

	/**
	 * Leaves a connection that could not be written to. The server has noticed and tells
	 * so in {@link #onError}; ending the answer here as well would end it twice, and with
	 * it that of another client.
	 */
	void leave() {
		this.whenGone.run();
	}

	@Override
	public synchronized void onComplete(AsyncEvent event) {
		this.finished = true;
		this.whenGone.run();
	}

	@Override
	public void onError(AsyncEvent event) {
		logger.debug("A client left its stream", event.getThrowable());
		finish();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		finish();
	}

	@Override
	public void onStartAsync(AsyncEvent event) throws IOException {
		throw new IOException("A stream is started once");
	}

}
