package org.imageingest.bench.engine;

import java.io.IOException;

import org.imageingest.bench.file.TemporaryFolder;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageEngines;
import org.imageingest.engine.worker.WorkerOptions;
import org.imageingest.engine.worker.WorkerPool;
import org.imageingest.workspace.Workspace;

/**
 * The engine that is measured, with what has to be ended after it.
 *
 * @param engine the engine
 * @param end ends it
 */
record MeasuredEngine(ImageEngine engine, End end) implements AutoCloseable {

	/**
	 * Starts an engine.
	 * @param options which, and how many workers it has
	 * @return the engine, ready
	 * @throws IOException if no worker starts
	 * @throws InterruptedException if the wait for the first one is interrupted
	 */
	static MeasuredEngine open(EngineOptions options) throws IOException, InterruptedException {
		if (options.inProcess()) {
			return new MeasuredEngine(ImageEngines.create(options.engine()), () -> {
			});
		}
		TemporaryFolder folder = TemporaryFolder.create();
		Workspace workspace = Workspace.open(folder.path());
		WorkerOptions standard = WorkerOptions.standard();
		WorkerPool pool = new WorkerPool(new WorkerOptions(options.engine(), options.workers(), standard.memoryBytes(),
				standard.photosPerWorker(), standard.timeLimit()), workspace);
		MeasuredEngine measured = new MeasuredEngine(pool, () -> {
			pool.close();
			workspace.close();
			folder.remove();
		});
		try {
			pool.awaitReady();
			return measured;
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			measured.close();
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		this.end.run();
	}

	/** Ends what was started. */
	@FunctionalInterface
	interface End {

		void run() throws IOException;

	}

}
