package org.imageingest.bulk.step;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.imageingest.bulk.step.ItemOutcome.Kind;

/**
 * Counts what is done: {@code ingest.bulk.items} by job and outcome. Its rate is that of
 * the job. The tag is not just {@code job}, as Prometheus names by that whom it asks.
 */
class ItemMeters {

	private final MeterRegistry registry;

	ItemMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Tells zeros, so that the first increase is seen.
	 * @param job name of the job
	 */
	void begun(String job) {
		committed(job, ItemCounts.NONE, ItemCounts.NONE);
	}

	/**
	 * Counts what a commit has added.
	 * @param job name of the job
	 * @param before counts before it
	 * @param after counts after it
	 */
	void committed(String job, ItemCounts before, ItemCounts after) {
		for (Kind kind : Kind.values()) {
			counter(job, kind).increment(after.of(kind) - before.of(kind));
		}
	}

	private Counter counter(String job, Kind kind) {
		return Counter.builder("ingest.bulk.items")
			.description("Items that a bulk job is done with")
			.tags("job.name", job, "outcome", kind.name().toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

}
