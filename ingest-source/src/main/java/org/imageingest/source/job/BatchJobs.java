package org.imageingest.source.job;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the jobs of a batch; another owner's batch has none.
 */
@Repository
public class BatchJobs {

	private final JdbcClient jdbc;

	BatchJobs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts the jobs of a batch.
	 * @param batchId the batch
	 * @param owner the caller
	 * @return number of jobs by state; nothing for states without jobs
	 */
	public Map<JobState, Integer> states(String batchId, String owner) {
		Map<JobState, Integer> states = new EnumMap<>(JobState.class);
		this.jdbc.sql("""
				select status, count(*) as jobs from job where batch_id = :batchId and owner = :owner group by status
				""").param("batchId", batchId).param("owner", owner).query((row) -> {
			states.put(JobState.ofCode(row.getString("status")), row.getInt("jobs"));
		});
		return states;
	}

	/**
	 * Finds the jobs of a batch that are in a state.
	 * @param batchId the batch
	 * @param owner the caller
	 * @param state the state
	 * @return names of jobs in the order of the upload
	 */
	public List<String> inState(String batchId, String owner, JobState state) {
		return this.jdbc.sql("""
				select job_id from job where batch_id = :batchId and owner = :owner and status = :status
				order by batch_position
				""")
			.param("batchId", batchId)
			.param("owner", owner)
			.param("status", state.code())
			.query((row, rowNumber) -> row.getString(1))
			.list();
	}

}
