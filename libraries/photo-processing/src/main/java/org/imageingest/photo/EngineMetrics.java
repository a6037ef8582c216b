package org.imageingest.photo;

import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.imageingest.engine.worker.PoolState;
import org.imageingest.engine.worker.WorkerPool;

/**
 * Tells how the worker processes are.
 */
final class EngineMetrics implements MeterBinder {

	private final WorkerPool workers;

	EngineMetrics(WorkerPool workers) {
		this.workers = workers;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "configured", PoolState::workers);
		gauge(registry, "alive", PoolState::alive);
		gauge(registry, "busy", PoolState::busy);
		FunctionCounter.builder("ingest.engine.photos", this.workers, (pool) -> pool.state().photos())
			.description("Photos that worker processes answered")
			.register(registry);
		FunctionCounter.builder("ingest.engine.worker.deaths", this.workers, (pool) -> pool.state().lost())
			.description("Worker processes lost with a photo")
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String state, ToLongFunction<PoolState> count) {
		Gauge.builder("ingest.engine.workers", this.workers, (pool) -> count.applyAsLong(pool.state()))
			.description("Worker processes")
			.tag("state", state)
			.register(registry);
	}

}
