package org.imageingest.source.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The parked messages in the database.
 */
@Repository
class Letters {

	private static final String REPLAYABLE = """
			job.status = 'failed' and job.retryable = true and job.attempt = letter.attempt""";

	private static final String SELECT = """
			select letter.dead_letter_id, letter.queue, letter.reason, letter.parked_at, letter.job_id, letter.attempt,
			       job.owner, job.filename, job.status, case when %s then true else false end as replayable
			from dead_letter letter left join job on job.job_id = letter.job_id
			""".formatted(REPLAYABLE);

	private final JdbcClient jdbc;

	Letters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean isKnown(String letterId) {
		return this.jdbc.sql("select 1 from dead_letter where dead_letter_id = :id")
			.param("id", letterId)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/**
	 * Adds a letter.
	 * @param message the message
	 * @throws org.springframework.dao.DuplicateKeyException if it is there already
	 */
	void add(ParkedMessage message) {
		this.jdbc.sql("""
				insert into dead_letter (dead_letter_id, queue, reason, parked_at, job_id, attempt, body)
				values (:id, :queue, :reason, :parkedAt, :jobId, :attempt, :body)
				""")
			.param("id", message.letterId())
			.param("queue", message.queue())
			.param("reason", message.reason())
			.param("parkedAt", message.parkedAt().atOffset(ZoneOffset.UTC))
			.param("jobId", message.jobId(), Types.VARCHAR)
			.param("attempt", message.attempt(), Types.INTEGER)
			.param("body", Base64.getEncoder().encodeToString(message.body()))
			.update();
	}

	/**
	 * Reads letters, the last parked first.
	 * @param after last letter of the page before
	 * @param limit most letters
	 * @return the letters
	 */
	List<DeadLetter> page(@Nullable LetterCursor after, int limit) {
		// The first condition alone is what an index can be searched by.
		String where = (after == null) ? "" : """
				where letter.parked_at <= :time and (letter.parked_at < :time or letter.dead_letter_id < :id)
				""";
		StatementSpec statement = this.jdbc
			.sql(SELECT + where + " order by letter.parked_at desc, letter.dead_letter_id desc limit :limit")
			.param("limit", limit);
		if (after != null) {
			statement = statement.param("time", after.parkedAt().atOffset(ZoneOffset.UTC))
				.param("id", after.letterId());
		}
		return statement.query(Letters::letter).list();
	}

	/**
	 * Reads letters that can be replayed, the first parked first.
	 * @param limit most letters
	 * @return the letters
	 */
	List<DeadLetter> replayable(int limit) {
		return this.jdbc
			.sql(SELECT + " where " + REPLAYABLE + " order by letter.parked_at, letter.dead_letter_id limit :limit")
			.param("limit", limit)
			.query(Letters::letter)
			.list();
	}

	Optional<DeadLetter> find(String letterId) {
		return this.jdbc.sql(SELECT + " where letter.dead_letter_id = :id")
			.param("id", letterId)
			.query(Letters::letter)
			.optional();
	}

	int count() {
		return this.jdbc.sql("select count(*) from dead_letter").query(Integer.class).single();
	}

	int countReplayable() {
		return this.jdbc
			.sql("select count(*) from dead_letter letter join job on job.job_id = letter.job_id where " + REPLAYABLE)
			.query(Integer.class)
			.single();
	}

	boolean remove(String letterId) {
		return this.jdbc.sql("delete from dead_letter where dead_letter_id = :id").param("id", letterId).update() == 1;
	}

	int removeAll() {
		return this.jdbc.sql("delete from dead_letter").update();
	}

	/**
	 * Removes letters of jobs that have gone on since: sent again, completed or called
	 * off.
	 * @return number of letters
	 */
	int removeSettled() {
		return this.jdbc.sql("""
				delete from dead_letter where exists (
					select 1 from job where job.job_id = dead_letter.job_id
					and (job.attempt > dead_letter.attempt or job.status in ('completed', 'cancelled')))
				""").update();
	}

	/**
	 * Removes letters that nobody did anything with.
	 * @param age least age, by the database's clock
	 * @return number of letters
	 */
	int removeOlderThan(Duration age) {
		return this.jdbc
			.sql("delete from dead_letter where parked_at <= current_timestamp - interval '%d' second"
				.formatted(age.toSeconds()))
			.update();
	}

	private static DeadLetter letter(ResultSet row, int rowNumber) throws SQLException {
		int attempt = row.getInt("attempt");
		Integer known = row.wasNull() ? null : attempt;
		return new DeadLetter(row.getString("dead_letter_id"), row.getString("queue"), row.getString("reason"),
				row.getObject("parked_at", OffsetDateTime.class).toInstant(), row.getString("job_id"), known,
				row.getString("owner"), row.getString("filename"), row.getString("status"),
				row.getBoolean("replayable"));
	}

}
