package org.imageingest.source.cancel;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cancellations in the jobs' rows, each step as one conditional update: whichever of two
 * instances comes second changes nothing.
 */
@Repository
class Cancellations {

	private final JdbcClient jdbc;

	Cancellations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Calls off a running job.
	 * @param jobId the job
	 * @param detail why
	 * @return whether the row changed
	 */
	boolean begin(String jobId, CancelDetail detail) {
		return this.jdbc.sql("""
				update job set status = 'cancelling', detail = :detail, claim_removed = false,
				               updated_at = current_timestamp, change_number = 0
				where job_id = :jobId and status = 'processing'
				""").param("jobId", jobId).param("detail", detail.code()).update() == 1;
	}

	/**
	 * Finds jobs that were called off and whose claim may still be there.
	 * @param limit most jobs
	 * @return names of jobs
	 */
	List<String> withClaim(int limit) {
		return this.jdbc
			.sql("select job_id from job where status = 'cancelling' and claim_removed = false limit :limit")
			.param("limit", limit)
			.query((row, rowNumber) -> row.getString(1))
			.list();
	}

	/**
	 * Notes that the claim is gone. The wait for the pipeline's answer counts from here.
	 * @param jobId the job
	 * @return whether the row changed
	 */
	boolean claimRemoved(String jobId) {
		return this.jdbc.sql("""
				update job set claim_removed = true, updated_at = current_timestamp
				where job_id = :jobId and status = 'cancelling' and claim_removed = false
				""").param("jobId", jobId).update() == 1;
	}

	/**
	 * Finds jobs whose claim is gone and that the pipeline did not answer: their message
	 * is parked or lost.
	 * @param age longest wait, by the database's clock
	 * @param limit most jobs
	 * @return names of jobs
	 */
	List<String> unanswered(Duration age, int limit) {
		return this.jdbc.sql("""
				select job_id, updated_at, current_timestamp as now from job
				where status = 'cancelling' and claim_removed = true order by updated_at limit :limit
				""")
			.param("limit", limit)
			.query((row, rowNumber) -> new Waiting(row.getString("job_id"),
					Duration.between(row.getObject("updated_at", OffsetDateTime.class),
							row.getObject("now", OffsetDateTime.class))))
			.list()
			.stream()
			.filter((waiting) -> waiting.since().compareTo(age) >= 0)
			.map(Waiting::jobId)
			.toList();
	}

	/**
	 * Ends a cancellation without the pipeline's answer.
	 * @param jobId the job
	 * @return whether the row changed
	 */
	boolean endUnanswered(String jobId) {
		return this.jdbc.sql("""
				update job set status = 'cancelled', finished_at = current_timestamp, updated_at = current_timestamp,
				               change_number = 0
				where job_id = :jobId and status = 'cancelling' and claim_removed = true
				""").param("jobId", jobId).update() == 1;
	}

	/**
	 * A job that waits for the pipeline's answer.
	 *
	 * @param jobId the job
	 * @param since how long it waits
	 */
	private record Waiting(String jobId, Duration since) {
	}

}
