package org.imageingest.source.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Reads and adds job rows. What happens to a job afterwards is written by
 * {@link JobTransitions}.
 */
@Repository
public class JobRepository {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	JobRepository(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Adds a job in stage {@code queued}, attempt 1.
	 * @param job the job
	 * @return database time of its acceptance
	 */
	public Instant add(NewJob job) {
		KeyHolder row = new GeneratedKeyHolder();
		this.jdbc.sql(JobInsert.SQL).paramSource(JobInsert.parameters(job, this.json)).update(row, "accepted_at");
		return acceptedAt(row);
	}

	/** PostgreSQL's driver returns a timestamp, that of H2 a time with offset. */
	private static Instant acceptedAt(KeyHolder row) {
		return switch (Objects.requireNonNull(row.getKeys()).get("accepted_at")) {
			case OffsetDateTime time -> time.toInstant();
			case Timestamp time -> time.toInstant();
			case null, default -> throw new IllegalStateException("The database does not tell the time of a new row");
		};
	}

	public Optional<Job> find(String jobId) {
		return this.jdbc.sql("select * from job where job_id = :jobId")
			.param("jobId", jobId)
			.query(this::toJob)
			.optional();
	}

	/**
	 * Finds a job of an owner; another owner's job is not there.
	 * @param jobId name of the job
	 * @param owner the caller
	 * @return the job
	 */
	public Optional<Job> find(String jobId, String owner) {
		return find(jobId).filter((job) -> job.owner().equals(owner));
	}

	/**
	 * Tells which of some names have a row.
	 * @param jobIds names of jobs, at most some hundred
	 * @return those that are known
	 */
	public Set<String> known(Collection<String> jobIds) {
		if (jobIds.isEmpty()) {
			return Set.of();
		}
		return this.jdbc.sql("select job_id from job where job_id in (:jobIds)")
			.param("jobIds", jobIds)
			.query((row, rowNumber) -> row.getString(1))
			.set();
	}

	/**
	 * Finds jobs that have ended for good and whose staged bytes may still be there.
	 * @param limit most jobs
	 * @return names of jobs
	 */
	public List<String> toClean(int limit) {
		return this.jdbc.sql("""
				select job_id from job
				where staging_cleaned = false and retryable = false and status in ('completed', 'failed', 'cancelled')
				limit :limit
				""").param("limit", limit).query((row, rowNumber) -> row.getString(1)).list();
	}

	/**
	 * Finds the named jobs.
	 * @param jobIds names of jobs, at most some hundred
	 * @return the jobs by name
	 */
	public Map<String, Job> findAll(Collection<String> jobIds) {
		if (jobIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("select * from job where job_id in (:jobIds)")
			.param("jobIds", jobIds)
			.query(this::toJob)
			.list()
			.stream()
			.collect(Collectors.toMap(Job::jobId, (job) -> job));
	}

	Job toJob(ResultSet row, int rowNumber) throws SQLException {
		OriginalObject original = new OriginalObject(row.getString("original_key"), row.getString("content_type"),
				row.getString("extension"), row.getLong("bytes"), row.getString("sha256"));
		return new Job(row.getString("job_id"), row.getString("image_id"), row.getString("owner"),
				JobState.ofCode(row.getString("status")), row.getInt("attempt"),
				JobStage.ofCode(row.getString("stage")), row.getInt("progress"),
				row.getObject("accepted_at", OffsetDateTime.class).toInstant(), finishedAt(row), original, preview(row),
				row.getString("filename"),
				this.json.readValue(row.getString("tags"), new TypeReference<List<String>>() {
				}), row.getBoolean("keep_location"), problem(row.getString("problem")), row.getBoolean("retryable"),
				row.getString("detail"), row.getString("batch_id"), row.getLong("change_number"));
	}

	private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
		OffsetDateTime time = row.getObject("finished_at", OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable PreviewObject preview(ResultSet row) throws SQLException {
		String key = row.getString("preview_key");
		return (key != null) ? new PreviewObject(key, row.getLong("preview_bytes"), row.getString("preview_sha256"))
				: null;
	}

	private @Nullable Problem problem(@Nullable String text) {
		return (text != null) ? this.json.readValue(text, Problem.class) : null;
	}

}
