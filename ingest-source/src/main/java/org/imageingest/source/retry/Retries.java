package org.imageingest.source.retry;

import org.imageingest.model.message.JobStage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * New attempts in the jobs' rows.
 */
@Repository
class Retries {

	private final JdbcClient jdbc;

	Retries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins another attempt of a job that failed and may be sent again. Reports of
	 * earlier attempts do not count from here on.
	 * @param jobId the job
	 * @param attempt the attempt that failed
	 * @return whether the row changed; of two callers, one is told so
	 */
	boolean begin(String jobId, int attempt) {
		return this.jdbc.sql("""
				update job set status = 'processing', attempt = attempt + 1, stage = :stage, progress = :progress,
				               problem = null, detail = null, retryable = false, resent = false, finished_at = null,
				               updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and attempt = :attempt and status = 'failed' and retryable = true
				""")
			.param("jobId", jobId)
			.param("attempt", attempt)
			.param("stage", JobStage.QUEUED.code())
			.param("progress", JobStage.QUEUED.progress())
			.update() == 1;
	}

}
