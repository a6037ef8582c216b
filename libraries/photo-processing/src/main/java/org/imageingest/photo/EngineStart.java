package org.imageingest.photo;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.worker.WorkerPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Waits for the workers when everything else is there, and tells operators once what they
 * have. An app without a worker does not start.
 */
final class EngineStart implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(EngineStart.class);

	private final WorkerPool workers;

	EngineStart(WorkerPool workers) {
		this.workers = workers;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			this.workers.awaitReady();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while starting the image engine", ex);
		}
		EngineDescription engine = this.workers.description();
		logger.info("Variants are made by the {} engine ({}) in {} worker processes, from {}", engine.name(),
				String.join(", ", engine.libraries()), this.workers.state().workers(),
				engine.formats().stream().sorted().toList());
		engine.hints().forEach(logger::warn);
	}

}
