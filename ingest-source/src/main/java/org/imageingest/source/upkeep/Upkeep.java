package org.imageingest.source.upkeep;

import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Turns at the work that one instance does for all: a lease in the database, by the
 * database's clock alone. Who dies holding one is replaced when it runs out.
 */
@Repository
public class Upkeep {

	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final String FREE = """
			task = :task and due_at <= current_timestamp and (holder is null or lease_until < current_timestamp)""";

	private final JdbcClient jdbc;

	/** Another for each start: an instance that comes back is not the one that died. */
	private final String holder = UUID.randomUUID().toString();

	Upkeep(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes a turn, if the task is due and nobody is at it.
	 * @param task the task
	 * @return the turn, to be ended
	 */
	public Optional<Turn> take(UpkeepTask task) {
		return isFree(task) && lease(task) ? Optional.of(new Turn(task, position(task))) : Optional.empty();
	}

	/** Looks first: most of the time there is nothing to do, and reading costs less. */
	private boolean isFree(UpkeepTask task) {
		return this.jdbc.sql("select 1 from upkeep where " + FREE)
			.param("task", task.code())
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	private boolean lease(UpkeepTask task) {
		return this.jdbc.sql("update upkeep set holder = :holder, lease_until = " + after(LEASE) + " where " + FREE)
			.param("holder", this.holder)
			.param("task", task.code())
			.update() == 1;
	}

	private @Nullable String position(UpkeepTask task) {
		return this.jdbc.sql("select position from upkeep where task = :task")
			.param("task", task.code())
			.query((row, rowNumber) -> Optional.ofNullable(row.getString(1)))
			.single()
			.orElse(null);
	}

	/**
	 * Makes a task due at once, from its beginning, whoever was at it: for a process that
	 * knows to be the only one.
	 * @param task the task
	 */
	public void beginAnew(UpkeepTask task) {
		this.jdbc.sql("""
				update upkeep set due_at = current_timestamp, position = null, holder = null, lease_until = null
				where task = :task
				""").param("task", task.code()).update();
	}

	/**
	 * Ends a turn.
	 * @param turn the turn
	 * @param position where the next one goes on; null at the beginning
	 * @param due how long until then
	 * @return false if the lease ran out meanwhile and somebody else took over
	 */
	public boolean end(Turn turn, @Nullable String position, Duration due) {
		return this.jdbc
			.sql("update upkeep set holder = null, lease_until = null, position = :position, due_at = " + after(due)
					+ " where task = :task and holder = :holder")
			.param("position", position, Types.VARCHAR)
			.param("task", turn.task().code())
			.param("holder", this.holder)
			.update() == 1;
	}

	/** The one form of adding to a time that all databases here read. */
	private static String after(Duration duration) {
		return "current_timestamp + interval '" + duration.toMillis() / 1000.0 + "' second";
	}

	/**
	 * A turn at a task.
	 *
	 * @param task the task
	 * @param position where the turn before ended; null at the beginning
	 */
	public record Turn(UpkeepTask task, @Nullable String position) {
	}

}
