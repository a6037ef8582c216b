package org.imageingest.source.progress;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

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

	private final AtomicBoolean finished = new AtomicBoolean();

	StreamConnection(AsyncContext request, Runnable whenGone) {
		this.request = request;
		this.whenGone = whenGone;
	}

	/** Ends the answer. Only the thread that writes may call this, if there is one. */
	void finish() {
		if (this.finished.compareAndSet(false, true)) {
			this.whenGone.run();
			try {
				this.request.complete();
			}
			catch (IllegalStateException ex) {
				logger.debug("The server ended a stream first", ex);
			}
		}
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.finished.set(true);
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
