package org.imageingest.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.RenderedVariant;

/**
 * Times the engine, as {@code ingest.photo.render} by engine, and counts the bytes of
 * photos and of what was made of them.
 */
final class MeasuredEngine implements ImageEngine {

	private final ImageEngine target;

	private final MeterRegistry registry;

	private final Counter bytesIn;

	private final Counter bytesOut;

	MeasuredEngine(ImageEngine target, MeterRegistry registry) {
		this.target = target;
		this.registry = registry;
		this.bytesIn = bytes("in");
		this.bytesOut = bytes("out");
	}

	private Counter bytes(String direction) {
		return Counter.builder("ingest.photo.bytes")
			.description("Bytes of photos, and of what was made of them")
			.baseUnit("bytes")
			.tag("direction", direction)
			.register(this.registry);
	}

	@Override
	public EngineDescription description() {
		return this.target.description();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		this.bytesIn.increment(Files.size(request.source()));
		long begun = System.nanoTime();
		EngineResult result = this.target.process(request);
		Timer.builder("ingest.photo.render")
			.description("Time of the engine for one photo")
			.tag("engine", result.engine())
			.publishPercentileHistogram()
			.register(this.registry)
			.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
		for (RenderedVariant variant : result.variants()) {
			this.bytesOut.increment(Files.size(variant.file()));
		}
		return result;
	}

}
