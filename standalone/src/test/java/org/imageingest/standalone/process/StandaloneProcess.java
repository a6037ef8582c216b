package org.imageingest.standalone.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageingest.standalone.StandaloneApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The standalone in a process of its own, which can be killed and started again on the
 * same data folder.
 */
public final class StandaloneProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private static final long STOP_LIMIT_SECONDS = 40;

	private static final Pattern READY = Pattern.compile("Ready: (http://127\\.0\\.0\\.1:\\d+)/#token=(\\S+)\\R");

	private final Process process;

	private final Path output;

	private final Path log;

	private URI base = URI.create("about:blank");

	private String token = "";

	private StandaloneProcess(Process process, Path output, Path log) {
		this.process = process;
		this.output = output;
		this.log = log;
	}

	/**
	 * Starts a standalone on a free port and waits until it is ready.
	 * @param data the data folder
	 * @return the running process
	 */
	public static StandaloneProcess start(Path data) throws IOException {
		StandaloneProcess started = launch("--port", "0", "--data", data.toString());
		started.awaitReady();
		return started;
	}

	/**
	 * Starts a process without waiting for it.
	 * @param arguments the command line
	 * @return the process
	 */
	public static StandaloneProcess launch(String... arguments) throws IOException {
		Path logs = Files.createDirectories(Path.of("target", "standalone-logs"));
		Path output = Files.createTempFile(logs, "run-", ".out");
		Path log = Path.of(output.toString().replace(".out", ".log"));
		ProcessBuilder builder = new ProcessBuilder(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m",
				"--enable-native-access=ALL-UNNAMED",
				// As it logs in earnest, not as tests do.
				"-Dlogback.configurationFile=logback.xml", StandaloneApplication.class.getName());
		builder.command().addAll(List.of(arguments));
		builder.environment().put("CLASSPATH", classPath());
		Process process = builder.redirectOutput(output.toFile()).redirectError(log.toFile()).start();
		return new StandaloneProcess(process, output, log);
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static String classPath() {
		// Maven's own "java.class.path" is a jar that only names the others.
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	private void awaitReady() {
		await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
			assertThat(this.process.isAlive()).withFailMessage(this::log).isTrue();
			Matcher ready = READY.matcher(output());
			if (!ready.find()) {
				return false;
			}
			this.base = URI.create(ready.group(1));
			this.token = ready.group(2);
			return true;
		});
	}

	/**
	 * Returns a client of this process with the token that it printed.
	 * @return the client
	 */
	public PipelineClient client() {
		return new PipelineClient(this.base, this.token);
	}

	public String output() {
		return read(this.output);
	}

	public String log() {
		return read(this.log);
	}

	/** Ends the process as a power cut would: nothing in it gets to run any more. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly();
		assertThat(this.process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
	}

	/**
	 * Asks the process to end.
	 * @return its exit code
	 */
	public int stop() throws InterruptedException {
		this.process.destroy();
		return awaitExit();
	}

	public int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).withFailMessage(this::log).isTrue();
		return this.process.exitValue();
	}

	@Override
	public void close() throws InterruptedException {
		if (this.process.isAlive()) {
			kill();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
