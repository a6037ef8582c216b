package org.imageingest.bulk.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The leases in the database. Only its clock counts.
 */
@Repository
class Leases {

	private final JdbcClient jdbc;

	Leases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes a lease that nobody holds, or whose holder has not renewed it in time.
	 * @param instance name of the job instance
	 * @param holder who wants it
	 * @param duration how long it lasts
	 * @return whether it was taken, and whether for the first time
	 */
	Taking take(String instance, String holder, Duration duration) {
		boolean taken = this.jdbc
			.sql("update bulk_lease set holder = :holder, expires_at = " + after(duration)
					+ " where instance_name = :instance and (holder is null or expires_at < current_timestamp)")
			.param("holder", holder)
			.param("instance", instance)
			.update() == 1;
		if (taken) {
			return Taking.AGAIN;
		}
		return insert(instance, holder, duration) ? Taking.FIRST : Taking.HELD;
	}

	private boolean insert(String instance, String holder, Duration duration) {
		if (find(instance).isPresent()) {
			return false;
		}
		try {
			this.jdbc
				.sql("insert into bulk_lease (instance_name, holder, expires_at, first_started_at) values (:instance, "
						+ ":holder, " + after(duration) + ", current_timestamp)")
				.param("instance", instance)
				.param("holder", holder)
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			// Another one was faster.
			return false;
		}
	}

	/**
	 * Lets a lease last longer.
	 * @return false if it is another's by now
	 */
	boolean renew(String instance, String holder, Duration duration) {
		return this.jdbc
			.sql("update bulk_lease set expires_at = " + after(duration)
					+ " where instance_name = :instance and holder = :holder")
			.param("instance", instance)
			.param("holder", holder)
			.update() == 1;
	}

	void release(String instance, String holder) {
		this.jdbc
			.sql("update bulk_lease set holder = null, expires_at = null "
					+ "where instance_name = :instance and holder = :holder")
			.param("instance", instance)
			.param("holder", holder)
			.update();
	}

	/**
	 * Looks at a lease and lets nobody take it before the end of this transaction.
	 * @return false if it is another's by now
	 */
	boolean lock(String instance, String holder) {
		return this.jdbc.sql("select holder from bulk_lease where instance_name = :instance for update")
			.param("instance", instance)
			.query((row, number) -> holder.equals(row.getString(1)))
			.optional()
			.orElse(false);
	}

	Optional<Row> find(String instance) {
		return this.jdbc
			.sql("select holder, expires_at, first_started_at from bulk_lease where instance_name = :instance")
			.param("instance", instance)
			.query((row, number) -> new Row(row.getString(1), row.getObject(2, OffsetDateTime.class),
					row.getObject(3, OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** The one form of adding to a time that all databases here read. */
	private static String after(Duration duration) {
		return "current_timestamp + interval '" + duration.toMillis() / 1000.0 + "' second";
	}

	/** How an attempt to take a lease ended. */
	enum Taking {

		/** The instance was never worked on before. */
		FIRST,

		/** It was, by nobody who is still at it. */
		AGAIN,

		/** Somebody else holds it. */
		HELD

	}

	record Row(@Nullable String holder, @Nullable OffsetDateTime expiresAt, Instant firstStartedAt) {
	}

}
