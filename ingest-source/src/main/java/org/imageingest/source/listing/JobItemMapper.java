package org.imageingest.source.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import org.imageingest.model.problem.Problem;
import org.imageingest.source.job.JobState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;

/**
 * Makes items of rows.
 */
final class JobItemMapper implements RowMapper<JobChange> {

	/** The columns it reads. */
	static final String COLUMNS = """
			owner, change_number, job_id, batch_id, status, progress, stage, filename, bytes, accepted_at, finished_at,
			image_id, problem, retryable, detail
			""";

	private final JsonMapper json;

	JobItemMapper(JsonMapper json) {
		this.json = json;
	}

	@Override
	public JobChange mapRow(ResultSet row, int rowNumber) throws SQLException {
		JobState state = JobState.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
		boolean failed = state == JobState.FAILED;
		JobItem item = new JobItem(row.getString("job_id"), row.getString("batch_id"), state.code(),
				row.getInt("progress"), row.getString("stage"), row.getString("filename"), row.getLong("bytes"),
				row.getObject("accepted_at", OffsetDateTime.class).toInstant(), finishedAt(row),
				(state == JobState.COMPLETED) ? row.getString("image_id") : null,
				failed ? problem(row.getString("problem")) : null, failed ? row.getBoolean("retryable") : null,
				(state == JobState.CANCELLED) ? row.getString("detail") : null);
		return new JobChange(row.getString("owner"), row.getLong("change_number"), state, item);
	}

	private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
		OffsetDateTime time = row.getObject("finished_at", OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private @Nullable Problem problem(@Nullable String text) {
		return (text != null) ? this.json.readValue(text, Problem.class) : null;
	}

}
