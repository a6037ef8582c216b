package org.imageingest.standalone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.imageingest.data.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be stopped in the opposite order. Parts may start side by side; a
 * part that is still starting when the stop comes is stopped as soon as it is up.
 */
final class Parts implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Parts.class);

	private final Deque<Part<?>> begun = new ArrayDeque<>();

	private boolean closed;

	/**
	 * Begins to start a part.
	 * @param <T> type of the part
	 * @param name what to call it in messages
	 * @param starter starts it
	 * @return the part, which may not be up yet
	 */
	synchronized <T extends AutoCloseable> Part<T> begin(String name, Callable<T> starter) {
		if (this.closed) {
			throw new StartException("Stopped before " + name + " was started.");
		}
		Part<T> part = new Part<>(name, new FutureTask<>(timed(name, starter)));
		this.begun.push(part);
		Thread.ofPlatform().name(name).start(part.task);
		return part;
	}

	private static <T> Callable<T> timed(String name, Callable<T> starter) {
		return () -> {
			long start = System.nanoTime();
			T started = starter.call();
			logger.info("{} started in {} ms", name, Duration.ofNanos(System.nanoTime() - start).toMillis());
			return started;
		};
	}

	@Override
	public void close() {
		while (true) {
			Part<?> last;
			synchronized (this) {
				this.closed = true;
				last = this.begun.poll();
			}
			if (last == null) {
				return;
			}
			last.stop();
		}
	}

	/**
	 * A part that was begun.
	 *
	 * @param <T> type of the part
	 * @param name what to call it in messages
	 * @param task its start
	 */
	record Part<T extends AutoCloseable>(String name, FutureTask<T> task) {

		/**
		 * Waits until the part is up.
		 * @return the part
		 * @throws StartException if it did not start
		 */
		T await() {
			try {
				return this.task.get();
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof StartException known) ? known
						: new StartException(this.name + " did not start: " + ex.getCause(), ex.getCause());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new StartException("Interrupted while starting " + this.name, ex);
			}
		}

		private void stop() {
			T started;
			try {
				started = await();
			}
			catch (StartException ex) {
				// It is not up, so there is nothing to stop; whoever awaited it told why.
				logger.debug("{} was never up", this.name, ex);
				return;
			}
			try {
				started.close();
				logger.info("{} stopped", this.name);
			}
			catch (Exception ex) {
				// What follows has to be stopped all the same.
				logger.warn("{} did not stop cleanly", this.name, ex);
			}
		}

	}

}
