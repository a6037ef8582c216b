package org.imageingest.source.event;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Learns from recent jobs how long a photo takes.
 */
@Component
public class ProcessingTimes {

	private static final Duration FIRST_GUESS = Duration.ofSeconds(5);

	/** Weight of the newest job: about the last ten jobs count. */
	private static final double WEIGHT = 0.1;

	private final JdbcClient jdbc;

	private volatile double millis = FIRST_GUESS.toMillis();

	ProcessingTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the time that a photo takes from acceptance to publication.
	 * @return a moving average over the jobs completed here
	 */
	public Duration estimate() {
		return Duration.ofMillis(Math.round(this.millis));
	}

	synchronized void completed(String jobId) {
		this.jdbc.sql("select accepted_at, finished_at from job where job_id = :jobId and finished_at is not null")
			.param("jobId", jobId)
			.query((row, rowNumber) -> Duration.between(row.getTimestamp("accepted_at").toInstant(),
					row.getTimestamp("finished_at").toInstant()))
			.optional()
			.ifPresent((taken) -> this.millis += WEIGHT * (taken.toMillis() - this.millis));
	}

}
