package org.imageingest.source.listing;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads jobs by their changes. Of each job only the latest is there.
 */
@Repository
public class JobChanges {

	private static final String SELECT = "select " + JobItemMapper.COLUMNS + " from job ";

	private final JdbcClient jdbc;

	private final JobItemMapper mapper;

	JobChanges(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.mapper = new JobItemMapper(json);
	}

	/**
	 * Reads what changed, whoever owns it.
	 * @param number number after which to read
	 * @param limit most changes
	 * @return the changes in their order
	 */
	public List<JobChange> after(long number, int limit) {
		return this.jdbc.sql(SELECT + "where change_number > :number order by change_number limit :limit")
			.param("number", number)
			.param("limit", limit)
			.query(this.mapper)
			.list();
	}

	/**
	 * Reads what changed of an owner's jobs.
	 * @param owner whose jobs
	 * @param number number after which to read
	 * @param limit most changes
	 * @return the changes in their order
	 */
	public List<JobChange> ofOwnerAfter(String owner, long number, int limit) {
		return this.jdbc
			.sql(SELECT + "where owner = :owner and change_number > :number order by change_number limit :limit")
			.param("owner", owner)
			.param("number", number)
			.param("limit", limit)
			.query(this.mapper)
			.list();
	}

	/**
	 * Reads an owner's jobs that have not ended, and those that changed lately.
	 * @param owner whose jobs
	 * @param number number after which a change is late enough
	 * @param limit most jobs
	 * @return the jobs in the order of their changes, those without a number first
	 */
	public List<JobChange> ofOwnerRunningOrAfter(String owner, long number, int limit) {
		// Two searches, for there is an index for each and none for both.
		return this.jdbc
			.sql(SELECT + "where owner = :owner and status in ('processing', 'cancelling') union all " + SELECT + """
					where owner = :owner and change_number > :number and status not in ('processing', 'cancelling')
					order by change_number limit :limit
					""")
			.param("owner", owner)
			.param("number", number)
			.param("limit", limit)
			.query(this.mapper)
			.list();
	}

	/**
	 * Reads a job.
	 * @param owner who asks
	 * @param jobId name of the job
	 * @return the job; none if the owner has no such job
	 */
	public List<JobChange> ofJob(String owner, String jobId) {
		return this.jdbc.sql(SELECT + "where job_id = :jobId and owner = :owner")
			.param("jobId", jobId)
			.param("owner", owner)
			.query(this.mapper)
			.list();
	}

	/**
	 * Reads the jobs of a batch.
	 * @param owner who asks
	 * @param batchId name of the batch
	 * @return the jobs in the order of their changes, those without a number first; none
	 * if the owner has no such batch
	 */
	public List<JobChange> ofBatch(String owner, String batchId) {
		return this.jdbc.sql(SELECT + "where batch_id = :batchId and owner = :owner order by change_number, job_id")
			.param("batchId", batchId)
			.param("owner", owner)
			.query(this.mapper)
			.list();
	}

}
