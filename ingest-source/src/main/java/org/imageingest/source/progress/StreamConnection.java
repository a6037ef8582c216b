package org.imageingest.source.progress;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

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

	private final ReentrantLock use = new ReentrantLock();

	private volatile boolean finished;

	StreamConnection(AsyncContext request, Runnable whenGone) {
		this.request = request;
		this.whenGone = whenGone;
	}

	/**
	 * Writes, and ends the answer if that was all. While this goes on the server cannot
	 * end it on its side.
	 * @param writing writes
	 * @return whether the answer goes on
	 * @throws IOException if the client has gone
	 */
	boolean use(Writing writing) throws IOException {
		this.use.lock();
		try {
			if (!this.finished && !writing.goesOn()) {
				finish();
			}
			return !this.finished;
		}
		catch (IOException ex) {
			// The server has noticed too, and ends the answer in onError.
			this.whenGone.run();
			throw ex;
		}
		finally {
			this.use.unlock();
		}
	}

	/** Ends the answer, once. */
	void finish() {
		this.use.lock();
		try {
			this.whenGone.run();
			if (!this.finished) {
				this.finished = true;
				this.request.complete();
			}
		}
		finally {
			this.use.unlock();
		}
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.finished = true;
		this.whenGone.run();
	}

	/**
	 * Ends the answer after a write has failed, but not before the writing thread is out
	 * of it: the server gives the request's objects to the next client, who would be told
	 * of the failure.
	 */
	@Override
	public void onError(AsyncEvent event) {
		logger.debug("A client has left its stream", event.getThrowable());
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

	/**
	 * Writes to a connection.
	 */
	interface Writing {

		/** Writes, and tells whether more is to come. */
		boolean goesOn() throws IOException;

	}

}
