package org.imageingest.source.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.event.ProcessingTimes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many jobs of each owner have not ended. Counted anew after a second, so that an
 * upload costs no query; what comes in within that second may pass the limit.
 */
@Component
class JobsInFlight {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final JdbcClient jdbc;

	private final ProcessingTimes times;

	private final int limit;

	private final Cache<String, Long> counts = Caffeine.newBuilder().expireAfterWrite(FRESH).build();

	JobsInFlight(JdbcClient jdbc, ProcessingTimes times, LimitProperties properties) {
		this.jdbc = jdbc;
		this.times = times;
		this.limit = properties.jobsInFlight();
	}

	/**
	 * Refuses an owner who waits for too many jobs.
	 * @param owner the caller
	 * @throws ProblemException {@link ProblemType#TOO_MANY_JOBS}
	 */
	void check(String owner) {
		if (this.limit == 0) {
			return;
		}
		long unfinished = this.counts.get(owner, this::count);
		if (unfinished >= this.limit) {
			throw new ProblemException(
					Problem.overLimit(ProblemType.TOO_MANY_JOBS,
							unfinished + " jobs have not ended, the limit is " + this.limit, this.limit, unfinished),
					this.times.estimate());
		}
	}

	private long count(String owner) {
		return this.jdbc.sql("select count(*) from job where owner = :owner and status in ('processing', 'cancelling')")
			.param("owner", owner)
			.query(Long.class)
			.single();
	}

}
