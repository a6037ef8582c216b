package org.imageingest.bulk.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A PostgreSQL that the test classes of a JVM share, each with a database of its own.
 */
final class PostgresServer {

	private static final EmbeddedPostgres SERVER = start();

	private PostgresServer() {
	}

	private static EmbeddedPostgres start() {
		try {
			// It stops with the JVM.
			return EmbeddedPostgres.builder().start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int port() {
		return SERVER.getPort();
	}

	/**
	 * Makes a database.
	 * @param name its name
	 * @param statements what it is to hold from the start
	 */
	static void create(String name, String statements) {
		execute("postgres", "create database " + name);
		if (!statements.isEmpty()) {
			execute(name, statements);
		}
	}

	private static void execute(String database, String sql) {
		try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void register(DynamicPropertyRegistry registry, String name, int port) {
		registry.add("spring.datasource.url", () -> "jdbc:postgresql://127.0.0.1:" + port + "/" + name);
		registry.add("spring.datasource.username", () -> "postgres");
	}

}
