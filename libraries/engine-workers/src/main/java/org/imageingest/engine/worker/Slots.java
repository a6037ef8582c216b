package org.imageingest.engine.worker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.engine.worker.WorkerStarter.StartedWorker;
import org.imageingest.engine.worker.protocol.Hello;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the places of the workers filled: whoever takes one finds a warm worker in it,
 * and who waits for one is served in order.
 */
final class Slots implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Slots.class);

	private static final Duration END_LIMIT = Duration.ofSeconds(10);

	private final WorkerStarter starter;

	private final List<Slot> all = new ArrayList<>();

	/**
	 * Slots with a warm worker and without a photo; one more wakes who waits at the end.
	 */
	private final BlockingQueue<Slot> free;

	private final ExecutorService restarts = Executors
		.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("worker-start-", 0).factory());

	private final AtomicInteger busy = new AtomicInteger();

	private final CompletableFuture<Void> first = new CompletableFuture<>();

	private volatile String lastFailure = "";

	private volatile boolean closed;

	Slots(WorkerStarter starter, int workers) {
		this.starter = starter;
		this.free = new ArrayBlockingQueue<>(workers + 1, true);
		for (int i = 0; i < workers; i++) {
			this.all.add(new Slot());
		}
	}

	/** Starts a worker in each slot, side by side. */
	void startAll() {
		AtomicInteger failures = new AtomicInteger();
		this.all.forEach((slot) -> this.restarts.execute(() -> startFirst(slot, failures)));
	}

	private void startFirst(Slot slot, AtomicInteger failures) {
		try {
			Hello hello = start(slot).hello();
			if (this.first.complete(null)) {
				hello.notes().forEach(logger::warn);
			}
			this.free.add(slot);
		}
		catch (IOException ex) {
			failed(ex);
			if (failures.incrementAndGet() == this.all.size()) {
				this.first.completeExceptionally(ex);
			}
			else {
				logger.warn("A worker did not start and is tried again", ex);
				refill(slot);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Waits for the first worker.
	 * @throws IOException if none starts
	 * @throws InterruptedException if the wait is interrupted
	 */
	void awaitFirst() throws IOException, InterruptedException {
		try {
			this.first.get();
		}
		catch (ExecutionException ex) {
			close();
			throw new IOException("No worker for images can be started: " + this.lastFailure, ex);
		}
		catch (InterruptedException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Waits for a free worker.
	 * @return its slot, to be given back
	 * @throws IOException if the wait is interrupted or the workers were ended
	 */
	Slot take() throws IOException {
		try {
			Slot slot = this.free.take();
			if (this.closed) {
				this.free.offer(slot);
				throw new IOException("The workers were ended");
			}
			this.busy.incrementAndGet();
			return slot;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw (IOException) new InterruptedIOException("Interrupted while waiting for a worker").initCause(ex);
		}
	}

	/**
	 * Takes a free worker if none is busy.
	 * @return its slot, to be given back
	 * @throws NoIdleWorkerException if there is none
	 */
	Slot takeIfIdle() throws NoIdleWorkerException {
		Slot slot = (this.busy.get() == 0 && !this.closed) ? this.free.poll() : null;
		if (slot == null) {
			throw new NoIdleWorkerException();
		}
		this.busy.incrementAndGet();
		return slot;
	}

	/**
	 * Gives a slot back.
	 * @param slot the slot
	 * @param wornOut whether its worker is to be replaced although it works
	 */
	void giveBack(Slot slot, boolean wornOut) {
		this.busy.decrementAndGet();
		if (wornOut || !slot.isAlive()) {
			refill(slot);
			return;
		}
		this.free.add(slot);
		endedWhileFree(slot);
	}

	/** Puts a fresh worker into a slot, in the thread of its holder. */
	WorkerProcess restart(Slot slot) throws IOException {
		try {
			return start(slot).process();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw (IOException) new InterruptedIOException("Interrupted while starting a worker").initCause(ex);
		}
		catch (IOException ex) {
			failed(ex);
			throw ex;
		}
	}

	private StartedWorker start(Slot slot) throws IOException, InterruptedException {
		slot.empty();
		if (this.closed) {
			throw new IOException("The workers were ended");
		}
		StartedWorker started = this.starter.start();
		slot.fill(started.process());
		if (this.closed) {
			slot.empty();
			throw new IOException("The workers were ended");
		}
		started.process().onEnd(() -> endedWhileFree(slot));
		return started;
	}

	/** Whoever takes the slot off the queue is who fills it. */
	private void endedWhileFree(Slot slot) {
		if (!this.closed && !slot.isAlive() && this.free.remove(slot)) {
			logger.warn("A worker ended while it had nothing to do; it is replaced");
			refill(slot);
		}
	}

	private void refill(Slot slot) {
		try {
			this.restarts.execute(() -> fill(slot));
		}
		catch (RejectedExecutionException ex) {
			slot.empty();
		}
	}

	/** Tries until it works: a disk may be full, a library just being replaced. */
	private void fill(Slot slot) {
		GrowingPause pause = new GrowingPause();
		try {
			while (!this.closed && !isFilled(slot, pause)) {
				pause.rest();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isFilled(Slot slot, GrowingPause pause) throws InterruptedException {
		try {
			start(slot);
			this.free.add(slot);
			return true;
		}
		catch (IOException ex) {
			failed(ex);
			logger.warn("A worker did not start; the next try is in {} s", pause.next().toSeconds(), ex);
			return false;
		}
	}

	void failed(Exception reason) {
		this.lastFailure = reason.toString();
	}

	String lastFailure() {
		return this.lastFailure;
	}

	int alive() {
		return (int) this.all.stream().filter(Slot::isAlive).count();
	}

	int busy() {
		return this.busy.get();
	}

	boolean isLoneBusy() {
		return this.busy.get() == 1;
	}

	boolean isClosed() {
		return this.closed;
	}

	@Override
	public void close() {
		this.closed = true;
		this.first.completeExceptionally(new IOException("The workers were ended"));
		this.free.offer(new Slot());
		this.restarts.shutdownNow();
		this.all.forEach(Slot::empty);
		awaitStarters();
	}

	/** Whoever is starting a worker right now ends it again. */
	private void awaitStarters() {
		try {
			if (!this.restarts.awaitTermination(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.error("Workers that were being started did not end within {} s", END_LIMIT.toSeconds());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
