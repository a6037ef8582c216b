package org.imageingest.bulk.skip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The skipped items in the database.
 */
@Repository
public class SkippedItems {

	private static final int TEXT_LENGTH = 4000;

	private static final int REASON_LENGTH = 1000;

	private final JdbcClient jdbc;

	SkippedItems(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps an item, once.
	 * @param instanceId the job instance
	 * @param executionId its present execution
	 * @param skipped the item and why
	 */
	public void add(long instanceId, long executionId, SkippedItem skipped) {
		this.jdbc.sql("""
				insert into bulk_skipped
				    (job_instance_id, item, place, uri, problem, reason, job_execution_id, skipped_at)
				select :instance, :item, :place, :uri, :problem, :reason, :execution, current_timestamp
				from (values (1)) as one (n)
				where not exists (select 1 from bulk_skipped where job_instance_id = :instance and item = :item)
				""")
			.param("instance", instanceId)
			.param("item", digest(skipped.item().place() + "\n" + skipped.item().uri()))
			.param("place", cut(skipped.item().place(), TEXT_LENGTH))
			.param("uri", cut(skipped.item().uri(), TEXT_LENGTH))
			.param("problem", skipped.problem().type().substring(skipped.problem().type().lastIndexOf('/') + 1))
			.param("reason", cut(skipped.problem().detail(), REASON_LENGTH))
			.param("execution", executionId)
			.update();
	}

	/**
	 * Reads what an instance has skipped so far.
	 * @param instanceId the job instance
	 * @param reader takes the rows in the order in which they were skipped
	 */
	void read(long instanceId, Consumer<Stream<Row>> reader) {
		try (Stream<Row> rows = this.jdbc
			.sql("select place, uri, problem, reason, skipped_at from bulk_skipped where job_instance_id = :instance "
					+ "order by skipped_at, place")
			.param("instance", instanceId)
			.query((row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
					row.getObject(5, OffsetDateTime.class)))
			.stream()) {
			reader.accept(rows);
		}
	}

	private static String cut(String text, int length) {
		// A zero character is no text to PostgreSQL.
		String clean = text.replace('\0', ' ');
		return (clean.length() <= length) ? clean : clean.substring(0, length);
	}

	private static String digest(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	record Row(String place, String uri, String problem, String reason, OffsetDateTime skippedAt) {
	}

}
