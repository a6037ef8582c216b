package org.imageingest.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.imageingest.messaging.JobMetrics.Outcome;
import org.imageingest.model.message.JobStage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobMetricsTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final JobMetrics metrics = new JobMetrics(this.registry, Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void tellsEveryOutcomeBeforeTheFirstMessage() {
		this.metrics.expect(JobStage.UPLOADING);
		assertThat(this.registry.get("ingest.stage").tag("stage", "uploading").timers())
			.hasSize(Outcome.values().length)
			.allSatisfy((timer) -> assertThat(timer.count()).isZero());
	}

	@Test
	void tellsHowOldJobsAreWhenTheyAreTaken() {
		this.metrics.takenInHand(JobStage.UPLOADING, NOW.minusSeconds(7));
		assertThat(this.registry.get("ingest.stage.wait").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(7);
	}

	@Test
	void countsAJobFromAClockThatIsAheadAsFresh() {
		this.metrics.takenInHand(JobStage.UPLOADING, NOW.plusSeconds(7));
		assertThat(this.registry.get("ingest.stage.wait").timer())
			.satisfies((timer) -> assertThat(timer.count()).isOne())
			.satisfies((timer) -> assertThat(timer.totalTime(TimeUnit.SECONDS)).isZero());
	}

	@Test
	void countsOutcomesApart() {
		this.metrics.ended(JobStage.UPLOADING, Outcome.DONE, Duration.ofSeconds(1));
		this.metrics.ended(JobStage.UPLOADING, Outcome.PARKED, Duration.ofSeconds(2));
		assertThat(this.registry.get("ingest.stage").tag("outcome", "parked").timer().count()).isOne();
	}

}
