package org.imageingest.source.listing;

import java.time.ZoneOffset;
import java.util.List;

import org.imageingest.source.job.JobState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Lists the jobs of an owner, newest first. A page is found by the last job of the page
 * before, so that new jobs shift nothing.
 */
@Repository
class JobList {

	private final JdbcClient jdbc;

	private final JobItemMapper mapper;

	JobList(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.mapper = new JobItemMapper(json);
	}

	/**
	 * Reads a page.
	 * @param owner whose jobs
	 * @param state state of the jobs, or any
	 * @param limit most jobs
	 * @param after last job of the page before
	 * @return the page
	 */
	JobPage page(String owner, @Nullable JobState state, int limit, @Nullable JobCursor after) {
		StringBuilder sql = new StringBuilder("select ").append(JobItemMapper.COLUMNS)
			.append("from job where owner = :owner");
		if (state != null) {
			sql.append(" and status = :status");
		}
		if (after != null) {
			// The first condition alone is what an index can be searched by.
			sql.append(" and accepted_at <= :time and (accepted_at < :time or job_id < :jobId)");
		}
		sql.append(" order by accepted_at desc, job_id desc limit :limit");
		StatementSpec statement = this.jdbc.sql(sql.toString()).param("owner", owner).param("limit", limit + 1);
		if (state != null) {
			statement = statement.param("status", state.code());
		}
		if (after != null) {
			statement = statement.param("time", after.acceptedAt().atOffset(ZoneOffset.UTC))
				.param("jobId", after.jobId());
		}
		return page(statement.query(this.mapper).list().stream().map(JobChange::item).toList(), limit);
	}

	/** One more than asked for tells whether there is another page. */
	private static JobPage page(List<JobItem> found, int limit) {
		if (found.size() <= limit) {
			return new JobPage(found, null);
		}
		List<JobItem> items = found.subList(0, limit);
		return new JobPage(items, JobCursor.at(items.getLast()).text());
	}

}
