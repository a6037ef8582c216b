package org.imageingest.source.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/**
 * Reads and adds batches together with their jobs.
 */
@Repository
public class BatchRepository {

	private final NamedParameterJdbcOperations jdbc;

	private final JobRepository jobs;

	private final JsonMapper json;

	BatchRepository(NamedParameterJdbcOperations jdbc, JobRepository jobs, JsonMapper json) {
		this.jdbc = jdbc;
		this.jobs = jobs;
		this.json = json;
	}

	/**
	 * Adds a batch and its jobs; to be called in a transaction.
	 * @param batch the batch
	 * @return database time of the acceptance of all its jobs
	 */
	public Instant add(NewBatch batch) {
		this.jdbc.getJdbcOperations()
			.update("insert into batch (batch_id, owner, accepted_at, rejected) values (?, ?, current_timestamp, ?)",
					batch.batchId(), batch.owner(), this.json.writeValueAsString(batch.rejected()));
		this.jdbc.batchUpdate(JobInsert.SQL,
				batch.jobs()
					.entrySet()
					.stream()
					.map((job) -> JobInsert.parameters(job.getValue(), this.json)
						.addValue("batchId", batch.batchId())
						.addValue("batchPosition", job.getKey()))
					.toArray(SqlParameterSource[]::new));
		return this.jdbc.getJdbcOperations()
			.query("select accepted_at from batch where batch_id = ?", (row, number) -> acceptedAt(row),
					batch.batchId())
			.getFirst();
	}

	/**
	 * Finds a batch of an owner in one query; another owner's batch is not there.
	 * @param batchId name of the batch
	 * @param owner the caller
	 * @return the batch with its jobs as they stand
	 */
	public Optional<Batch> find(String batchId, String owner) {
		return Optional.ofNullable(this.jdbc.getJdbcOperations().query("""
				select job.*, batch.rejected from batch join job on job.batch_id = batch.batch_id
				where batch.batch_id = ? and batch.owner = ?
				""", (rows) -> rows.next() ? toBatch(rows) : null, batchId, owner));
	}

	/** Of the row that the cursor is on and those after it. */
	private Batch toBatch(ResultSet rows) throws SQLException {
		String batchId = rows.getString("batch_id");
		String owner = rows.getString("owner");
		Instant acceptedAt = acceptedAt(rows);
		List<RejectedFile> rejected = this.json.readValue(rows.getString("rejected"),
				new TypeReference<List<RejectedFile>>() {
				});
		SortedMap<Integer, Job> byPosition = new TreeMap<>();
		do {
			byPosition.put(rows.getInt("batch_position"), this.jobs.toJob(rows, rows.getRow()));
		}
		while (rows.next());
		return new Batch(batchId, owner, acceptedAt, byPosition, rejected);
	}

	private static Instant acceptedAt(ResultSet row) throws SQLException {
		return row.getObject("accepted_at", OffsetDateTime.class).toInstant();
	}

}
