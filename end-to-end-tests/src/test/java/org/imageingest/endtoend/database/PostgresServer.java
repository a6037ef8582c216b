package org.imageingest.endtoend.database;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.imageingest.testkit.process.Signal;

import static org.awaitility.Awaitility.await;

/**
 * A PostgreSQL of this run's own.
 */
public final class PostgresServer implements AutoCloseable {

	private static final String SUPERUSER = "postgres";

	private static final Duration START_LIMIT = Duration.ofMinutes(1);

	private final EmbeddedPostgres server;

	private final Path folder;

	private List<String> command = List.of();

	private PostgresServer(EmbeddedPostgres server, Path folder) {
		this.server = server;
		this.folder = folder;
	}

	/**
	 * Starts a server with an empty database.
	 * @param folder where it keeps its files
	 * @return the running server
	 * @throws IOException if it does not start
	 */
	public static PostgresServer start(Path folder) throws IOException {
		File log = log();
		return new PostgresServer(EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			// Off by default here, as nowhere else: a crash would forget what was
			// promised.
			.setServerConfig("synchronous_commit", "on")
			.setOutputRedirector(Redirect.to(log))
			.setErrorRedirector(Redirect.appendTo(log))
			.start(), folder);
	}

	private static File log() throws IOException {
		return Files.createDirectories(Path.of("target", "logs")).resolve("postgres.log").toFile();
	}

	/** Kills all its processes as a power cut would. */
	public void kill() throws IOException, InterruptedException {
		ProcessHandle postmaster = postmaster();
		this.command = commandOf(postmaster);
		List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
		for (ProcessHandle process : all) {
			process.destroyForcibly();
		}
		for (ProcessHandle process : all) {
			process.onExit().join();
		}
	}

	/** Starts it again after it was killed, at the same port and with the same files. */
	public void startAgain() throws IOException {
		Redirect output = Redirect.appendTo(log());
		new ProcessBuilder(this.command).redirectErrorStream(true).redirectOutput(output).start();
		await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(this::answers);
	}

	/** Lets all its processes stand still with their connections open. */
	public void suspend() throws IOException, InterruptedException {
		signal(Signal.STOP);
	}

	/** Lets them go on. */
	public void resume() throws IOException, InterruptedException {
		signal(Signal.CONT);
	}

	private void signal(Signal signal) throws IOException, InterruptedException {
		ProcessHandle postmaster = postmaster();
		for (ProcessHandle process : Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList()) {
			signal.to(process.pid());
		}
	}

	private boolean answers() {
		try (Connection connection = this.server.getPostgresDatabase().getConnection()) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			// Not yet.
			return false;
		}
	}

	private ProcessHandle postmaster() throws IOException {
		String id = Files.readAllLines(this.folder.resolve("postmaster.pid")).getFirst();
		return ProcessHandle.of(Long.parseLong(id.strip())).orElseThrow();
	}

	/**
	 * The server refuses to run as root, and is started then as the embedding does it.
	 */
	private static List<String> commandOf(ProcessHandle process) {
		List<String> command = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(process.info().command().orElseThrow());
		command.addAll(List.of(process.info().arguments().orElseThrow()));
		return command;
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
