package org.imageingest.endtoend.database;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of this run's own.
 */
public final class PostgresServer implements AutoCloseable {

	private static final String SUPERUSER = "postgres";

	private final EmbeddedPostgres server;

	private PostgresServer(EmbeddedPostgres server) {
		this.server = server;
	}

	/**
	 * Starts a server with an empty database.
	 * @param folder where it keeps its files
	 * @return the running server
	 * @throws IOException if it does not start
	 */
	public static PostgresServer start(Path folder) throws IOException {
		File log = Files.createDirectories(Path.of("target", "logs")).resolve("postgres.log").toFile();
		return new PostgresServer(EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			.setOutputRedirector(Redirect.to(log))
			.setErrorRedirector(Redirect.appendTo(log))
			.start());
	}

	public String url() {
		return this.server.getJdbcUrl(SUPERUSER, SUPERUSER);
	}

	public String username() {
		return SUPERUSER;
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL does not stop", ex);
		}
	}

}
