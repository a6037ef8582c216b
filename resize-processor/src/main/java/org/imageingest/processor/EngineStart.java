package org.imageingest.processor;

import java.io.IOException;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.worker.WorkerOptions;
import org.imageingest.engine.worker.WorkerPool;
import org.imageingest.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the workers and tells operators once what they have.
 */
final class EngineStart {

	private static final Logger logger = LoggerFactory.getLogger(EngineStart.class);

	private EngineStart() {
	}

	static WorkerPool start(WorkerOptions options, Workspace workspace) throws IOException, InterruptedException {
		WorkerPool workers = new WorkerPool(options, workspace);
		EngineDescription engine = workers.description();
		logger.info("Variants are made by the {} engine ({}) in {} worker processes, from {}", engine.name(),
				String.join(", ", engine.libraries()), options.workers(), engine.formats().stream().sorted().toList());
		engine.hints().forEach(logger::warn);
		return workers;
	}

}
