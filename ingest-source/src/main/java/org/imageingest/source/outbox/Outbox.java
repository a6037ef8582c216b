package org.imageingest.source.outbox;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Names of jobs whose message the broker has not confirmed yet. The message itself is
 * made from the job's row.
 */
@Repository
public class Outbox {

	private final JdbcClient jdbc;

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Promises a message; to be called in the transaction that commits the job.
	 * @param jobId the job
	 */
	public void add(String jobId) {
		this.jdbc.sql("insert into outbox (job_id, created_at) values (:jobId, current_timestamp)")
			.param("jobId", jobId)
			.update();
	}

	/**
	 * Promises the messages of all jobs of a batch; to be called in the transaction that
	 * commits them.
	 * @param batchId the batch
	 */
	public void addBatch(String batchId) {
		this.jdbc.sql("""
				insert into outbox (job_id, created_at)
				select job_id, current_timestamp from job where batch_id = :batchId
				""").param("batchId", batchId).update();
	}

	/**
	 * Promises the message of another attempt, whether the one before is still promised
	 * or not; to be called in the transaction that commits the attempt.
	 * @param jobId the job
	 */
	public void renew(String jobId) {
		this.jdbc.sql("delete from outbox where job_id = :jobId").param("jobId", jobId).update();
		add(jobId);
	}

	/**
	 * Forgets promises that were kept. One that was renewed since for a later attempt
	 * stays.
	 * @param jobIds the jobs, at most some hundred
	 * @param attempt attempt whose messages were sent
	 */
	void remove(Collection<String> jobIds, int attempt) {
		if (!jobIds.isEmpty()) {
			this.jdbc.sql("""
					delete from outbox where job_id in (
						select job_id from job where job_id in (:jobIds) and attempt = :attempt)
					""").param("jobIds", jobIds).param("attempt", attempt).update();
		}
	}

	/**
	 * Locks the oldest promises that no other instance has in hand; to be called in a
	 * transaction.
	 * @param age least age
	 * @param limit most rows
	 * @return names of jobs
	 */
	List<String> lockOlderThan(Duration age, int limit) {
		return this.jdbc.sql("""
				select job_id from outbox where created_at <= :before
				order by created_at limit :limit for update skip locked
				""")
			.param("before", databaseTime().minus(age))
			.param("limit", limit)
			.query((row, rowNumber) -> row.getString(1))
			.list();
	}

	/**
	 * Measures what waits.
	 * @return number of promises, and the age of the oldest
	 */
	public Backlog backlog() {
		return this.jdbc
			.sql("select count(*) as pending, min(created_at) as oldest, current_timestamp as now from outbox")
			.query((row, rowNumber) -> {
				@Nullable OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
				Duration age = (oldest != null) ? Duration.between(oldest, row.getObject("now", OffsetDateTime.class))
						: Duration.ZERO;
				return new Backlog(row.getInt("pending"), age);
			})
			.single();
	}

	private OffsetDateTime databaseTime() {
		return this.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
	}

	/**
	 * What waits for the broker.
	 *
	 * @param pending number of messages
	 * @param age age of the oldest
	 */
	public record Backlog(int pending, Duration age) {
	}

}
