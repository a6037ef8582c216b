package org.imageingest.source.job;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What can happen to an accepted job, each as one conditional update: whichever of two
 * instances comes second changes nothing. Every method tells whether the row changed.
 */
@Repository
public class JobTransitions {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	JobTransitions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Raises the progress of the current attempt.
	 * @param jobId the job
	 * @param attempt attempt that reports
	 * @param stage stage reached
	 * @param progress percent
	 * @return whether the row changed
	 */
	public boolean progress(String jobId, int attempt, JobStage stage, int progress) {
		return this.jdbc.sql("""
				update job set stage = :stage, progress = :progress, updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and attempt = :attempt and status = 'processing' and progress < :progress
				""")
			.param("jobId", jobId)
			.param("attempt", attempt)
			.param("stage", stage.code())
			.param("progress", progress)
			.update() == 1;
	}

	/**
	 * Completes a job. A publication by any attempt wins over every other state, for the
	 * image is there.
	 * @param jobId the job
	 * @return whether the row changed
	 */
	public boolean complete(String jobId) {
		return this.jdbc.sql("""
				update job set status = 'completed', stage = 'done', progress = 100, problem = null, detail = null,
				               retryable = false, staging_cleaned = false,
				               finished_at = current_timestamp, updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and status <> 'completed'
				""").param("jobId", jobId).update() == 1;
	}

	/**
	 * Fails the current attempt. A job that is being cancelled ends cancelled: the
	 * pipeline has answered, and nothing was published.
	 * @param jobId the job
	 * @param attempt attempt that reports
	 * @param problem why
	 * @param retryable whether its staged bytes are kept for another attempt
	 * @return whether the row changed
	 */
	public boolean fail(String jobId, int attempt, Problem problem, boolean retryable) {
		return this.jdbc.sql("""
				update job set retryable = case when status = 'processing' then :retryable else false end,
				               problem = case when status = 'processing' then :problem else problem end,
				               status = case when status = 'processing' then 'failed' else 'cancelled' end,
				               finished_at = current_timestamp, updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and attempt = :attempt and status in ('processing', 'cancelling')
				""")
			.param("jobId", jobId)
			.param("attempt", attempt)
			.param("problem", this.json.writeValueAsString(problem))
			.param("retryable", retryable)
			.update() == 1;
	}

	/**
	 * Fails a job whose staged bytes are gone, whatever the attempt.
	 * @param jobId the job
	 * @param problem why
	 * @return whether the row changed
	 */
	public boolean loseStaging(String jobId, Problem problem) {
		return this.jdbc.sql("""
				update job set status = 'failed', problem = :problem, retryable = false,
				               finished_at = current_timestamp, updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and status = 'processing'
				""").param("jobId", jobId).param("problem", this.json.writeValueAsString(problem)).update() == 1;
	}

	/**
	 * Ends a job that was being cancelled.
	 * @param jobId the job
	 * @return whether the row changed
	 */
	public boolean cancelled(String jobId) {
		return this.jdbc
			.sql("""
					update job set status = 'cancelled', finished_at = current_timestamp, updated_at = current_timestamp, change_number = 0
					where job_id = :jobId and status = 'cancelling'
					""")
			.param("jobId", jobId)
			.update() == 1;
	}

	/**
	 * Ends a job whose image was deleted after it was accepted.
	 * @param jobId the job
	 * @return whether the row changed
	 */
	public boolean imageDeleted(String jobId) {
		return this.jdbc.sql("""
				update job set status = 'cancelled', detail = 'image-deleted',
				               finished_at = current_timestamp, updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and status in ('processing', 'cancelling')
				""").param("jobId", jobId).update() == 1;
	}

	/**
	 * Asks for the staged bytes of an ended job to be removed once more.
	 * @param jobId the job
	 * @return whether the job has ended and its bytes are not kept
	 */
	public boolean cleanAgain(String jobId) {
		return this.jdbc.sql("""
				update job set staging_cleaned = false
				where job_id = :jobId and retryable = false and status in ('completed', 'failed', 'cancelled')
				""").param("jobId", jobId).update() == 1;
	}

	/**
	 * Notes that nothing is staged any more for an ended job.
	 * @param jobId the job
	 * @return whether the row changed
	 */
	public boolean cleaned(String jobId) {
		return this.jdbc.sql(
				"update job set staging_cleaned = true where job_id = :jobId and retryable = false and staging_cleaned = false")
			.param("jobId", jobId)
			.update() == 1;
	}

}
