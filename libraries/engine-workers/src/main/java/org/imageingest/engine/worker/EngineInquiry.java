package org.imageingest.engine.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.imageingest.engine.EngineDescription;

/**
 * Finds out what the engine of the workers is made of, once, in a process of its own.
 */
final class EngineInquiry implements AutoCloseable {

	private static final Duration END_LIMIT = Duration.ofSeconds(10);

	private final WorkerStarter starter;

	private final CompletableFuture<EngineDescription> description = new CompletableFuture<>();

	private final Thread thread = Thread.ofPlatform().daemon().name("engine-inquiry").unstarted(this::inquire);

	EngineInquiry(WorkerStarter starter) {
		this.starter = starter;
	}

	/** Starts the process and waits for nothing. */
	void start() {
		this.thread.start();
	}

	private void inquire() {
		try {
			this.description.complete(this.starter.describe());
		}
		catch (IOException ex) {
			this.description.completeExceptionally(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Waits for the description.
	 * @throws IOException if the engine does not work, or the wait was ended
	 * @throws InterruptedException if the wait is interrupted
	 */
	void await() throws IOException, InterruptedException {
		try {
			this.description.get();
		}
		catch (ExecutionException ex) {
			throw new IOException("The engine for images does not work: " + ex.getCause(), ex);
		}
	}

	/** Waits for the description and returns it. */
	EngineDescription description() {
		return this.description.join();
	}

	/** Ends the process, if it still runs. */
	@Override
	public void close() {
		this.description.completeExceptionally(new IOException("The workers were ended"));
		this.thread.interrupt();
		try {
			this.thread.join(END_LIMIT);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
