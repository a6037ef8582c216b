package org.imageingest.processor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * Gives up a photo that takes too long, so that it cannot hold up the queue. The engine's
 * thread is interrupted; one that does not listen runs on until it is done, without
 * anybody waiting for it.
 */
final class TimedEngine implements ImageEngine {

	private final ImageEngine engine;

	private final Duration limit;

	TimedEngine(ImageEngine engine, Duration limit) {
		this.engine = engine;
		this.limit = limit;
	}

	@Override
	public EngineDescription description() {
		return this.engine.description();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		FutureTask<EngineResult> task = new FutureTask<>(() -> this.engine.process(request));
		// A platform thread: decoding is native calls and arithmetic, neither of which
		// yields.
		Thread.ofPlatform().daemon().name("engine-of-" + Thread.currentThread().getName()).start(task);
		try {
			return task.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			task.cancel(true);
			throw new ProblemException(Problem.of(ProblemType.TIME_LIMIT_EXCEEDED,
					"The photo was given up after " + this.limit.toSeconds() + " seconds"), ex);
		}
		catch (InterruptedException ex) {
			task.cancel(true);
			Thread.currentThread().interrupt();
			throw (IOException) new InterruptedIOException("Interrupted while working on a photo").initCause(ex);
		}
		catch (ExecutionException ex) {
			switch (Objects.requireNonNull(ex.getCause())) {
				case IOException cause -> throw cause;
				case RuntimeException cause -> throw cause;
				case Error cause -> throw cause;
				default -> throw new IllegalStateException(ex);
			}
		}
	}

}
