package org.imageingest.source.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of requests with a key. Times are the database's. Whoever holds a row is named
 * in every update, so that a holder whose lease was taken over changes nothing.
 */
@Repository
class IdempotencyRecords {

	private final JdbcClient jdbc;

	private final IdempotencyProperties properties;

	IdempotencyRecords(JdbcClient jdbc, IdempotencyProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	/**
	 * Takes a key for a request.
	 * @param key the key
	 * @param holder name of the request
	 * @return whether the key was free; if not, it is answered or another request holds
	 * it
	 */
	boolean take(IdempotencyKey key, String holder) {
		return insert(key, holder) || takeOver(key, holder);
	}

	private boolean insert(IdempotencyKey key, String holder) {
		try {
			return bind("""
					insert into idempotency_key (owner, operation, idempotency_key, holder, lease_until, expires_at)
					values (:owner, :operation, :key, :holder,
					        current_timestamp + cast(:lease as integer) * interval '1' second,
					        current_timestamp + cast(:retention as integer) * interval '1' second)
					""", key).param("holder", holder)
				.param("lease", this.properties.lease().toSeconds())
				.param("retention", this.properties.retention().toSeconds())
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Of a holder that died, or of an answer that need not be remembered any more. */
	private boolean takeOver(IdempotencyKey key, String holder) {
		return bind(
				"""
						update idempotency_key
						set holder = :holder, fingerprint = null, status = null, content_type = null, location = null, body = null,
						    lease_until = current_timestamp + cast(:lease as integer) * interval '1' second,
						    expires_at = current_timestamp + cast(:retention as integer) * interval '1' second
						where owner = :owner and operation = :operation and idempotency_key = :key
						  and ((status is null and lease_until < current_timestamp) or expires_at < current_timestamp)
						""",
				key)
			.param("holder", holder)
			.param("lease", this.properties.lease().toSeconds())
			.param("retention", this.properties.retention().toSeconds())
			.update() == 1;
	}

	Optional<StoredAnswer> answer(IdempotencyKey key) {
		return bind("""
				select fingerprint, status, content_type, location, body from idempotency_key
				where owner = :owner and operation = :operation and idempotency_key = :key and status is not null
				""", key).query(IdempotencyRecords::toAnswer).optional();
	}

	private static StoredAnswer toAnswer(ResultSet row, int number) throws SQLException {
		return new StoredAnswer(row.getString("fingerprint"), row.getInt("status"), row.getString("content_type"),
				row.getString("location"), row.getString("body"));
	}

	/**
	 * Stores the answer of a request.
	 * @param key the key
	 * @param holder name of the request
	 * @param answer the answer
	 * @return false if the request does not hold the key any more
	 */
	boolean store(IdempotencyKey key, String holder, StoredAnswer answer) {
		return bind("""
				update idempotency_key
				set fingerprint = :fingerprint, status = :status, content_type = :contentType, location = :location,
				    body = :body
				where owner = :owner and operation = :operation and idempotency_key = :key
				  and holder = :holder and status is null
				""", key).param("holder", holder)
			.param("fingerprint", answer.fingerprint())
			.param("status", answer.status())
			.param("contentType", answer.contentType())
			.param("location", answer.location(), Types.VARCHAR)
			.param("body", answer.body())
			.update() == 1;
	}

	/**
	 * Gives a key back, unless it is answered or taken over.
	 * @param key the key
	 * @param holder name of the request
	 */
	void release(IdempotencyKey key, String holder) {
		bind("""
				delete from idempotency_key
				where owner = :owner and operation = :operation and idempotency_key = :key
				  and holder = :holder and status is null
				""", key).param("holder", holder).update();
	}

	/**
	 * Renews the leases of living requests.
	 * @param holders names of the requests, at most some hundred
	 * @param lease how long from now on
	 */
	void renew(Collection<String> holders, Duration lease) {
		this.jdbc.sql("""
				update idempotency_key
				set lease_until = current_timestamp + cast(:lease as integer) * interval '1' second
				where holder in (:holders) and status is null
				""").param("lease", lease.toSeconds()).param("holders", holders).update();
	}

	/**
	 * Gives back the keys of all requests that were not answered, alive or not.
	 * @return number of keys
	 */
	int releaseAll() {
		return this.jdbc.sql("delete from idempotency_key where status is null").update();
	}

	int removeExpired() {
		return this.jdbc.sql("delete from idempotency_key where expires_at < current_timestamp").update();
	}

	private JdbcClient.StatementSpec bind(String sql, IdempotencyKey key) {
		return this.jdbc.sql(sql)
			.param("owner", key.owner())
			.param("operation", key.operation())
			.param("key", key.value());
	}

}
