package org.imageingest.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.beans.factory.InitializingBean;

/**
 * Refuses to start on an H2 that writes late. By default H2 keeps commits in memory for
 * up to half a second; a killed process then forgets jobs that clients were promised, and
 * jobs what they did.
 */
final class H2DurabilityCheck implements InitializingBean {

	private static final String H2 = "H2";

	private final DataSource dataSource;

	H2DurabilityCheck(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void afterPropertiesSet() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			if (H2.equals(connection.getMetaData().getDatabaseProductName())) {
				check(connection);
			}
		}
	}

	private static void check(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				PreparedStatement setting = connection.prepareStatement(
						"select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
				ResultSet row = setting.executeQuery()) {
			String delay = row.next() ? row.getString(1) : "unknown";
			if (!"0".equals(delay)) {
				throw new IllegalStateException("H2 writes commits after " + delay
						+ " ms: add ;WRITE_DELAY=0 to spring.datasource.url, or what was committed may be forgotten");
			}
		}
	}

}
