package org.imageingest.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of production, with a database for each test. All tests of a JVM share a
 * server, which ends with it.
 */
public final class PostgresServer {

	private final EmbeddedPostgres server;

	private int databases;

	private PostgresServer(EmbeddedPostgres server) {
		this.server = server;
	}

	/**
	 * Returns the server, started by whoever asks first.
	 * @return the running server
	 */
	public static PostgresServer shared() {
		return Shared.SERVER;
	}

	private static PostgresServer start() {
		try {
			File log = Files.createDirectories(Path.of("target", "logs")).resolve("postgres.log").toFile();
			return new PostgresServer(EmbeddedPostgres.builder()
				.setOutputRedirector(Redirect.to(log))
				.setErrorRedirector(Redirect.appendTo(log))
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public JobDatabase newDatabase() {
		return new JobDatabase(newDataSource());
	}

	/** Opens a database without tables. */
	public synchronized DataSource newDataSource() {
		String name = "jobs" + this.databases++;
		JdbcClient.create(this.server.getPostgresDatabase()).sql("create database " + name).update();
		return this.server.getDatabase("postgres", name);
	}

	private static final class Shared {

		static final PostgresServer SERVER = start();

	}

}
