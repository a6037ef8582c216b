package org.imageingest.processor;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;

/**
 * An engine whose photos are counted.
 */
class CountingEngine implements ImageEngine {

	private final ImageEngine engine;

	final AtomicInteger calls = new AtomicInteger();

	CountingEngine(ImageEngine engine) {
		this.engine = engine;
	}

	@Override
	public EngineDescription description() {
		return this.engine.description();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		this.calls.incrementAndGet();
		return this.engine.process(request);
	}

}
