package org.imageingest.processor;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageEngines;
import org.imageingest.engine.format.ImageFormat;

/**
 * The real engine, counted.
 */
class CountingEngine implements ImageEngine {

	private final ImageEngine engine = ImageEngines.portable();

	final AtomicInteger calls = new AtomicInteger();

	@Override
	public String name() {
		return this.engine.name();
	}

	@Override
	public String version() {
		return this.engine.version();
	}

	@Override
	public Set<ImageFormat> decodableFormats() {
		return this.engine.decodableFormats();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		this.calls.incrementAndGet();
		return this.engine.process(request);
	}

}
