package org.imageingest.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.beans.factory.InitializingBean;

/**
 * Refuses to start on a PostgreSQL that answers before it has written: with
 * {@code synchronous_commit=off} a crash of the server forgets what was committed in the
 * last moments, and with it what clients were promised.
 */
public final class PostgresDurabilityCheck implements InitializingBean {

	private static final String POSTGRESQL = "PostgreSQL";

	private final DataSource dataSource;

	/**
	 * Makes a check; another database passes it.
	 * @param dataSource gives connections as the app uses them
	 */
	public PostgresDurabilityCheck(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void afterPropertiesSet() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			if (POSTGRESQL.equals(connection.getMetaData().getDatabaseProductName())) {
				check(connection);
			}
		}
	}

	private static void check(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("show synchronous_commit")) {
			row.next();
			if ("off".equals(row.getString(1))) {
				throw new IllegalStateException("PostgreSQL answers commits before they are written "
						+ "(synchronous_commit is off): set it to on or stricter, for the server, the database or the "
						+ "user, or what was committed may be forgotten");
			}
		}
	}

}
