package org.imageingest.source;

import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.source.job.NewJob;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated database of its own for a test.
 */
public final class JobDatabase {

	public final JsonMapper json = new JsonMapper();

	public final JdbcClient jdbc;

	public final TransactionTemplate transactions;

	public final DataSource dataSource;

	public JobDatabase() {
		this(newH2());
	}

	/** Migrates a database that is there. */
	public JobDatabase(DataSource dataSource) {
		this.dataSource = dataSource;
		migrate(dataSource);
		this.jdbc = JdbcClient.create(dataSource);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	private static DataSource newH2() {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0");
		return dataSource;
	}

	public static void migrate(DataSource dataSource) {
		Flyway.configure().dataSource(dataSource).locations("classpath:db/migration/ingest-source").load().migrate();
	}

	public static NewJob newJob(String jobId) {
		return new NewJob(jobId, "img_a", "anna",
				new OriginalObject("staging/" + jobId + "/original", "image/jpeg", "jpg", 3, "0".repeat(64)), null,
				"beach.jpg", java.util.List.of("sea", "sun"), false);
	}

}
