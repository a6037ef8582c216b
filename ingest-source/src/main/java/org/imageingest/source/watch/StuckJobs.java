package org.imageingest.source.watch;

import java.time.Duration;
import java.util.List;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Jobs without news in their rows. What is done to one is a conditional update each: an
 * event, a retry or another instance that came first leaves nothing to do.
 */
@Repository
class StuckJobs {

	private static final String SILENT = """
			 status = 'processing' and not exists (select 1 from outbox where outbox.job_id = job.job_id)
			and updated_at <= current_timestamp - interval\s""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	StuckJobs(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Finds running jobs in some stages that have no news. Jobs whose message the broker
	 * has not got yet are none of them.
	 * @param stages the stages
	 * @param silence least time since their last news, by the database's clock
	 * @param limit most jobs
	 * @return the jobs
	 */
	List<Stuck> find(List<JobStage> stages, Duration silence, int limit) {
		return this.jdbc
			.sql("select job_id, attempt, resent from job where stage in (:stages) and" + SILENT + literal(silence)
					+ " order by updated_at limit :limit")
			.param("stages", stages.stream().map(JobStage::code).toList())
			.param("limit", limit)
			.query((row, rowNumber) -> new Stuck(row.getString("job_id"), row.getInt("attempt"),
					row.getBoolean("resent"), silence))
			.list();
	}

	/**
	 * Begins another attempt of a job that was not sent again by the watch before.
	 * @param job the job as it was found
	 * @return whether the row changed; of two callers, one is told so
	 */
	boolean beginAnew(Stuck job) {
		return this.jdbc
			.sql("update job set attempt = attempt + 1, resent = true, stage = :stage, progress = :progress,"
					+ " updated_at = current_timestamp, change_number = 0"
					+ " where job_id = :jobId and attempt = :attempt and resent = false and" + SILENT
					+ literal(job.silence()))
			.param("stage", JobStage.QUEUED.code())
			.param("progress", JobStage.QUEUED.progress())
			.param("jobId", job.jobId())
			.param("attempt", job.attempt())
			.update() == 1;
	}

	/**
	 * Fails a job that was sent again before. Its staged bytes are kept for another
	 * attempt.
	 * @param job the job as it was found
	 * @param problem why
	 * @return whether the row changed; of two callers, one is told so
	 */
	boolean fail(Stuck job, Problem problem) {
		return this.jdbc
			.sql("update job set status = 'failed', problem = :problem, retryable = true,"
					+ " finished_at = current_timestamp, updated_at = current_timestamp, change_number = 0"
					+ " where job_id = :jobId and attempt = :attempt and resent = true and" + SILENT
					+ literal(job.silence()))
			.param("problem", this.json.writeValueAsString(problem))
			.param("jobId", job.jobId())
			.param("attempt", job.attempt())
			.update() == 1;
	}

	/** The one form of an interval that all databases here read. */
	private static String literal(Duration duration) {
		return "'" + duration.toMillis() / 1000.0 + "' second";
	}

	/**
	 * A job without news.
	 *
	 * @param jobId the job
	 * @param attempt its attempt
	 * @param resent whether the watch has sent it again before
	 * @param silence how long it has had no news at least
	 */
	record Stuck(String jobId, int attempt, boolean resent, Duration silence) {
	}

}
