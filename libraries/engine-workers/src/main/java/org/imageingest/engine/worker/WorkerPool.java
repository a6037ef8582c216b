package org.imageingest.engine.worker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine that works in processes of its own, each with one photo at a time. A photo
 * that crashes one, hangs in it or fills its memory is tried once more in a fresh one and
 * given up then; no other photo notices.
 */
public final class WorkerPool implements ImageEngine, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(WorkerPool.class);

	private static final int THREADS_OF_A_PHOTO_ALONE = Math.min(2, Runtime.getRuntime().availableProcessors());

	private final WorkerOptions options;

	private final Slots slots;

	private final EngineInquiry inquiry;

	private final AtomicLong photos = new AtomicLong();

	private final AtomicLong lost = new AtomicLong();

	/**
	 * Starts all workers at once and waits for none: see {@link #awaitReady()}.
	 * @param options how many, and what each may take
	 * @param workspace takes a folder for each
	 */
	public WorkerPool(WorkerOptions options, Workspace workspace) {
		this(EngineWorker.class, options, workspace);
	}

	WorkerPool(Class<?> program, WorkerOptions options, Workspace workspace) {
		this.options = options;
		WorkerStarter starter = new WorkerStarter(new WorkerCommand(program, WorkerClassPath.ofThisProcess(), options),
				workspace);
		this.slots = new Slots(starter, options.workers());
		this.inquiry = new EngineInquiry(starter);
		this.slots.startAll();
		this.inquiry.start();
	}

	/**
	 * Waits until there is a worker that is warm, and until it is known what its engine
	 * is.
	 * @throws IOException if none starts; the message says why. The pool is closed then
	 * @throws InterruptedException if the wait is interrupted; the pool is closed then
	 */
	public void awaitReady() throws IOException, InterruptedException {
		try {
			this.slots.awaitFirst();
			this.inquiry.await();
		}
		catch (IOException | InterruptedException ex) {
			close();
			throw ex;
		}
	}

	/** Waits until it is known. */
	@Override
	public EngineDescription description() {
		return this.inquiry.description();
	}

	/**
	 * Makes every variant of the recipe from one photo, when a worker is free. How many
	 * threads may work on it is decided here.
	 */
	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		Slot slot = this.slots.take();
		try {
			return workWithRetry(slot, request.withThreads(this.slots.isLoneBusy() ? THREADS_OF_A_PHOTO_ALONE : 1));
		}
		finally {
			this.slots.giveBack(slot, slot.isWornOut(this.options));
		}
	}

	/**
	 * Returns an engine that works only while no photo is waiting for it, for tests of
	 * health.
	 * @param limit longest time for a photo of it
	 * @return an engine that throws {@link NoIdleWorkerException} while workers are busy,
	 * and tries nothing twice
	 */
	public ImageEngine whileIdle(Duration limit) {
		return new IdleEngine(limit);
	}

	/**
	 * Tells how the workers are.
	 * @return as of now
	 */
	public PoolState state() {
		return new PoolState(this.options.workers(), this.slots.alive(), this.slots.busy(), this.photos.get(),
				this.lost.get(), this.slots.lastFailure());
	}

	/** Ends all workers, those with a photo too. */
	@Override
	public void close() {
		this.inquiry.close();
		this.slots.close();
	}

	private EngineResult workWithRetry(Slot slot, EngineRequest request) throws IOException {
		try {
			return work(slot, request, this.options.timeLimit());
		}
		catch (WorkerLostException ex) {
			lost(ex);
		}
		OutputFiles.removeFrom(request.outputDirectory());
		this.slots.restart(slot);
		try {
			return work(slot, request.withThreads(1), this.options.timeLimit());
		}
		catch (WorkerLostException ex) {
			lost(ex);
			throw new ProblemException(ex.problem(this.options), ex);
		}
	}

	private EngineResult work(Slot slot, EngineRequest request, Duration limit)
			throws IOException, WorkerLostException {
		WorkerProcess worker = slot.worker();
		if (worker == null) {
			// It died while it had nothing to do, which says nothing of the photo.
			worker = this.slots.restart(slot);
		}
		slot.countPhoto();
		try {
			EngineResult result = Conversation.with(worker, request, limit);
			this.photos.incrementAndGet();
			return result;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw (IOException) new InterruptedIOException("Interrupted while working on a photo").initCause(ex);
		}
	}

	private void lost(WorkerLostException ex) throws IOException {
		if (this.slots.isClosed()) {
			throw new IOException("The workers were ended", ex);
		}
		this.lost.incrementAndGet();
		this.slots.failed(ex);
		logger.warn("A worker was lost with its photo. {}", ex.getMessage());
	}

	private final class IdleEngine implements ImageEngine {

		private final Duration limit;

		private IdleEngine(Duration limit) {
			this.limit = limit;
		}

		@Override
		public EngineDescription description() {
			return WorkerPool.this.description();
		}

		@Override
		public EngineResult process(EngineRequest request) throws IOException {
			Slot slot = WorkerPool.this.slots.takeIfIdle();
			try {
				return work(slot, request, this.limit);
			}
			catch (WorkerLostException ex) {
				lost(ex);
				throw new IOException("The worker was lost", ex);
			}
			finally {
				WorkerPool.this.slots.giveBack(slot, false);
			}
		}

	}

}
