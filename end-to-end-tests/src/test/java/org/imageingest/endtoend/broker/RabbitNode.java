package org.imageingest.endtoend.broker;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.Signal;

import static org.awaitility.Awaitility.await;

/**
 * A RabbitMQ of the test's own, which can be killed and started again with what it holds.
 */
public final class RabbitNode implements AutoCloseable {

	/** What to do where none can be started. */
	public static final String MISSING = "No RabbitMQ to start: install rabbitmq-server";

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private static final String GUEST = "guest";

	private final Path program;

	private final Path folder;

	private final String name = "faults-" + UUID.randomUUID().toString().substring(0, 8) + "@localhost";

	private final int distributionPort = FreePort.find();

	private final RabbitAddress address = new RabbitAddress("127.0.0.1", FreePort.find(), GUEST, GUEST);

	private Process process;

	private RabbitNode(Path program, Path folder) throws IOException {
		this.program = program;
		this.folder = Files.createDirectories(folder).toAbsolutePath();
		Files.writeString(this.folder.resolve("enabled_plugins"), "[].\n");
		this.process = launch();
	}

	/**
	 * Starts a node where the server is installed.
	 * @param folder an empty folder
	 * @return nothing if it is not installed
	 * @throws IOException if it cannot be started
	 */
	public static Optional<RabbitNode> start(Path folder) throws IOException {
		// The first starts as whoever asks; what Debian puts on the path wants its own
		// user.
		Optional<Path> program = Stream
			.of("/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server",
					"/usr/local/sbin/rabbitmq-server", "/opt/homebrew/sbin/rabbitmq-server")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
		if (program.isEmpty()) {
			return Optional.empty();
		}
		RabbitNode node = new RabbitNode(program.get(), folder);
		node.awaitReady();
		return Optional.of(node);
	}

	private Process launch() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.program.toString()).redirectErrorStream(true)
			.redirectOutput(Redirect
				.appendTo(Files.createDirectories(Path.of("target", "logs")).resolve("rabbitmq.log").toFile()));
		builder.environment()
			.putAll(Map.of("RABBITMQ_NODENAME", this.name, "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
					"RABBITMQ_NODE_PORT", Integer.toString(this.address.port()), "RABBITMQ_DIST_PORT",
					Integer.toString(this.distributionPort), "RABBITMQ_MNESIA_BASE", sub("mnesia"), "RABBITMQ_LOG_BASE",
					sub("log"), "RABBITMQ_PID_FILE", sub("pid"), "RABBITMQ_ENABLED_PLUGINS_FILE",
					sub("enabled_plugins"), "HOME", this.folder.toString(),
					// The script becomes the server then, instead of waiting for it.
					"RUNNING_UNDER_SYSTEMD", "true"));
		Process started = builder.start();
		// A test that is broken off closes nothing.
		Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
		return started;
	}

	private String sub(String name) {
		return this.folder.resolve(name).toString();
	}

	private void awaitReady() {
		await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(this::answers);
	}

	private boolean answers() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("RabbitMQ died at its start, see target/logs/rabbitmq.log");
		}
		try {
			this.address.probe();
			return true;
		}
		catch (IOException | TimeoutException ex) {
			// Not yet.
			return false;
		}
	}

	public RabbitAddress address() {
		return this.address;
	}

	/** Kills it as a power cut would. */
	public void kill() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly().onExit().join();
	}

	/** Starts it again after it was killed, at the same port and with what it holds. */
	public void startAgain() throws IOException {
		this.process = launch();
		awaitReady();
	}

	/** Lets it stand still with its connections open. */
	public void suspend() throws IOException, InterruptedException {
		Signal.STOP.to(this.process.pid());
	}

	/** Lets it go on. */
	public void resume() throws IOException, InterruptedException {
		Signal.CONT.to(this.process.pid());
	}

	@Override
	public void close() {
		kill();
	}

}
