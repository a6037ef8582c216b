package org.imageingest.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.awaitility.core.ConditionTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A JVM beside the test's own. Closing kills it.
 */
public final class JavaProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(5);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

	private static final Duration RUN_LIMIT = Duration.ofMinutes(5);

	private static final int TAIL_LINES = 40;

	private final String name;

	private final Process process;

	private final Path output;

	private final Path log;

	JavaProcess(String name, Process process, Path output, Path log) {
		this.name = name;
		this.process = process;
		this.output = output;
		this.log = log;
		// A test that is broken off closes nothing.
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Waits for a process that was just started.
	 * @param ready tells whether it is ready
	 * @throws AssertionError with the end of its log if it died or was not ready in time
	 */
	public void awaitReady(Callable<Boolean> ready) {
		try {
			await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
				assertThat(this.process.isAlive()).withFailMessage(() -> this.name + " died at its start" + tail())
					.isTrue();
				return ready.call();
			});
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError(this.name + " is not ready after " + START_LIMIT + tail(), ex);
		}
	}

	/** Returns the end of the log, for messages. */
	private String tail() {
		List<String> lines = log().lines().toList();
		return ". The end of " + this.log + ":\n"
				+ String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
	}

	public String output() {
		return read(this.output);
	}

	public String log() {
		return read(this.log);
	}

	public long pid() {
		return this.process.pid();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Lets the process stand still with its connections open, as a long pause does. */
	public void suspend() throws IOException, InterruptedException {
		Signal.STOP.to(pid());
	}

	/** Lets the process go on. */
	public void resume() throws IOException, InterruptedException {
		Signal.CONT.to(pid());
	}

	/**
	 * Kills the processes that this one has started.
	 * @return how many there were
	 */
	public int killChildren() {
		List<ProcessHandle> children = this.process.descendants().toList();
		children.forEach(ProcessHandle::destroyForcibly);
		return children.size();
	}

	/**
	 * Tells how much memory the process has, as Linux counts it.
	 * @return bytes resident
	 * @throws IOException if there is no such process, or no Linux
	 */
	public long residentBytes() throws IOException {
		return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
			.findFirst()
			.orElse(0);
	}

	/** Ends the process as a power cut would: nothing in it gets to run any more. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly();
		awaitExit(STOP_LIMIT);
	}

	/**
	 * Asks the process to end.
	 * @return its exit code
	 */
	public int stop() throws InterruptedException {
		this.process.destroy();
		return awaitExit(STOP_LIMIT);
	}

	/**
	 * Waits for a process that ends by itself, after all that it has to do.
	 * @return its exit code
	 */
	public int awaitExit() throws InterruptedException {
		return awaitExit(RUN_LIMIT);
	}

	private int awaitExit(Duration limit) throws InterruptedException {
		assertThat(this.process.waitFor(limit)).withFailMessage(() -> this.name + " does not end in " + limit + tail())
			.isTrue();
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
