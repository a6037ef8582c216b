package org.imageingest.source.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.imageingest.source.outbox.Outbox;

import org.springframework.stereotype.Component;

/**
 * Tells how much waits for the broker, over all instances: each asks the database when it
 * is asked itself.
 */
@Component
class OutboxMetrics implements MeterBinder {

	private final Outbox outbox;

	OutboxMetrics(Outbox outbox) {
		this.outbox = outbox;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("ingest.outbox.pending", this.outbox, (box) -> box.backlog().pending())
			.description("Messages that wait for the broker")
			.register(registry);
		TimeGauge
			.builder("ingest.outbox.age", this.outbox, TimeUnit.MILLISECONDS, (box) -> box.backlog().age().toMillis())
			.description("Age of the oldest message that waits for the broker")
			.register(registry);
	}

}
