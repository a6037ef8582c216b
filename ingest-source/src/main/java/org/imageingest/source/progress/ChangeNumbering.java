package org.imageingest.source.progress;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives numbers to changes that were committed without one. Instances take turns by the
 * lock of one row, which is held until the numbers are committed: they appear in order,
 * and whoever has seen one can see all below it. A job that changes meanwhile is either
 * passed over, or waits and then loses the number that it was given; it gets the next.
 */
@Component
class ChangeNumbering {

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final JdbcOperations operations;

	private final TransactionOperations transactions;

	ChangeNumbering(JdbcClient jdbc, JdbcOperations operations, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.operations = operations;
		this.transactions = transactions;
	}

	/**
	 * Numbers whatever changed. Where nothing did, that costs one search in an index.
	 * @throws org.springframework.dao.DataAccessException if the database fails
	 */
	void numberChanges() {
		while (isAnythingUnnumbered()
				&& Objects.requireNonNull(this.transactions.execute((transaction) -> numberBatch())) == BATCH) {
			// More may wait.
		}
	}

	/**
	 * Returns the last number given. All changes up to it can be read.
	 * @return 0 if there is none yet
	 */
	long last() {
		return this.jdbc.sql("select last_number from change_numbering where id = 1").query(Long.class).single();
	}

	private boolean isAnythingUnnumbered() {
		return this.jdbc.sql("select 1 from job where change_number = 0 limit 1")
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	private int numberBatch() {
		if (!isMyTurn()) {
			return 0;
		}
		// Jobs in the hands of others are passed over: waiting for them could end in a
		// deadlock, and they come next time.
		List<String> jobIds = this.jdbc.sql("""
				select job_id from job where change_number = 0
				order by updated_at limit :limit for update skip locked
				""").param("limit", BATCH).query((row, rowNumber) -> row.getString(1)).list();
		if (!jobIds.isEmpty()) {
			long first = reserve(jobIds.size());
			this.operations.batchUpdate("update job set change_number = ? where job_id = ? and change_number = 0",
					IntStream.range(0, jobIds.size())
						.mapToObj((i) -> new Object[] { first + i, jobIds.get(i) })
						.toList());
		}
		return jobIds.size();
	}

	/** Whoever comes second need not wait: the first does the work for both. */
	private boolean isMyTurn() {
		return this.jdbc.sql("select id from change_numbering where id = 1 for update skip locked")
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	private long reserve(int count) {
		this.jdbc.sql("update change_numbering set last_number = last_number + :count where id = 1")
			.param("count", count)
			.update();
		return last() - count + 1;
	}

}
