package org.imageingest.bench.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageingest.bench.file.TemporaryFolder;
import org.imageingest.bench.report.BenchmarkFailedException;

/**
 * A service on a data folder of its own. Both are gone when it is closed, and when this
 * program is interrupted.
 */
public final class StartedService implements AutoCloseable {

	/** Where {@code run} is: set by {@code bench}, which lies beside it. */
	private static final String ROOT_PROPERTY = "bench.root";

	private static final Pattern READY = Pattern.compile("Ready: (https?://[^/\\s]+)/#token=(\\S+)");

	private static final long STOP_LIMIT_SECONDS = 40;

	private final Process process;

	private final TemporaryFolder folder;

	private final Thread closing = new Thread(this::remove, "stop");

	private StartedService(Process process, TemporaryFolder folder) {
		this.process = process;
		this.folder = folder;
	}

	/**
	 * Starts the service that lies beside {@code bench}, by {@code run}.
	 * @param options options for its JVM, behind those of {@code JAVA_OPTS}
	 * @return the service, to be closed
	 * @throws IOException if it cannot be started
	 */
	public static StartedService ofThisCheckout(String... options) throws IOException {
		return start(Path.of(System.getProperty(ROOT_PROPERTY, "."), "run"), options);
	}

	/**
	 * Starts a service.
	 * @param launcher the program, which takes {@code --port} and {@code --data}
	 * @param options options for its JVM, behind those of {@code JAVA_OPTS}
	 * @return the service, to be closed
	 * @throws IOException if it cannot be started
	 */
	static StartedService start(Path launcher, String... options) throws IOException {
		TemporaryFolder folder = TemporaryFolder.create();
		ProcessBuilder command = new ProcessBuilder(launcher.toString(), "--port", "0", "--data",
				folder.path().resolve("data").toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		command.environment().merge("JAVA_OPTS", String.join(" ", options), (given, own) -> given + " " + own);
		Process process = command.start();
		StartedService service = new StartedService(process, folder);
		Runtime.getRuntime().addShutdownHook(service.closing);
		return service;
	}

	/**
	 * Waits until the service takes photos. That may include building it.
	 * @return where it is
	 * @throws BenchmarkFailedException if it ends before
	 * @throws IOException if its output cannot be read
	 */
	public ServiceAddress awaitReady() throws IOException {
		BufferedReader output = this.process.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			Matcher ready = READY.matcher(line);
			if (ready.matches()) {
				Thread.ofPlatform().daemon().name("output").start(() -> output.lines().forEach(System.err::println));
				return new ServiceAddress(List.of(this.process.pid()), URI.create(ready.group(1)), ready.group(2));
			}
		}
		throw new BenchmarkFailedException("The service did not start; see above for its reason");
	}

	@Override
	public void close() {
		remove();
		try {
			Runtime.getRuntime().removeShutdownHook(this.closing);
		}
		catch (IllegalStateException ex) {
			// The program is being interrupted, and the hook does the same work.
		}
	}

	private synchronized void remove() {
		try {
			stop();
			this.folder.remove();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void stop() throws InterruptedException {
		List<ProcessHandle> descendants = this.process.descendants().toList();
		this.process.destroy();
		if (!this.process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
		descendants.forEach(ProcessHandle::destroyForcibly);
	}

}
