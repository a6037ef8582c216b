package org.imageingest.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.imageingest.model.message.JobStage;

/**
 * Measures what becomes of the messages of a stage. {@code ingest.stage} counts and times
 * them by {@code outcome}; {@code ingest.stage.wait} is how old a job is when the stage
 * takes it in hand, from its acceptance, so that it grows with the queues before.
 */
final class JobMetrics {

	private static final String STAGE = "stage";

	private final MeterRegistry registry;

	private final Clock clock;

	JobMetrics(MeterRegistry registry, Clock clock) {
		this.registry = registry;
		this.clock = clock;
	}

	/** Makes the meters of a stage, so that zero is told before anything happened. */
	void expect(JobStage stage) {
		wait(stage);
		for (Outcome outcome : Outcome.values()) {
			taken(stage, outcome);
		}
	}

	void takenInHand(JobStage stage, Instant acceptedAt) {
		Duration waited = Duration.between(acceptedAt, this.clock.instant());
		wait(stage).record(waited.isNegative() ? Duration.ZERO : waited);
	}

	void ended(JobStage stage, Outcome outcome, Duration taken) {
		taken(stage, outcome).record(taken);
	}

	private Timer wait(JobStage stage) {
		return Timer.builder("ingest.stage.wait")
			.description("Age of jobs when the stage takes them in hand")
			.tag(STAGE, stage.code())
			.publishPercentileHistogram()
			.register(this.registry);
	}

	private Timer taken(JobStage stage, Outcome outcome) {
		return Timer.builder("ingest.stage")
			.description("Work of the stage on one photo")
			.tags(STAGE, stage.code(), "outcome", outcome.name().toLowerCase(Locale.ROOT))
			.publishPercentileHistogram()
			.register(this.registry);
	}

	/** How the work on a message ended. */
	enum Outcome {

		/** Handed on. */
		DONE,

		/** Cannot succeed; the job has failed. */
		FAILED,

		/** Kept failing; the job has failed and the message is parked. */
		PARKED,

		/** Goes back to its queue. */
		RETURNED

	}

}
