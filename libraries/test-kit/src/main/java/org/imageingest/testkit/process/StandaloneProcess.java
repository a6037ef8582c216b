package org.imageingest.testkit.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageingest.testkit.pipeline.PipelineClient;

/**
 * The standalone in a process of its own, which can be killed and started again on the
 * same data folder. The standalone has to be on the test's class path.
 */
public final class StandaloneProcess implements AutoCloseable {

	private static final String MAIN_CLASS = "org.imageingest.standalone.StandaloneApplication";

	private static final Pattern READY = Pattern.compile("Ready: (http://127\\.0\\.0\\.1:\\d+)/#token=(\\S+)\\R");

	private static final AtomicInteger STARTS = new AtomicInteger();

	private final JavaProcess process;

	private URI base = URI.create("about:blank");

	private String token = "";

	private StandaloneProcess(JavaProcess process) {
		this.process = process;
	}

	/**
	 * Starts a standalone on a free port and waits until it is ready.
	 * @param data the data folder
	 * @return the running process
	 */
	public static StandaloneProcess start(Path data) throws IOException {
		return start(data, 0);
	}

	/**
	 * Starts a standalone and waits until it is ready.
	 * @param data the data folder
	 * @param port port of its REST service and page; 0 for any free one
	 * @return the running process
	 */
	public static StandaloneProcess start(Path data, int port) throws IOException {
		return launch("--port", Integer.toString(port), "--data", data.toString()).awaitReady();
	}

	/**
	 * Starts a standalone on a free port in a JVM with further options, and waits until
	 * it is ready.
	 * @param data the data folder
	 * @param options options of the JVM
	 * @return the running process
	 */
	public static StandaloneProcess startWith(Path data, String... options) throws IOException {
		return launch(List.of("--port", "0", "--data", data.toString()), options).awaitReady();
	}

	private StandaloneProcess awaitReady() {
		this.process.awaitReady(this::isReady);
		return this;
	}

	/**
	 * Starts a process without waiting for it.
	 * @param arguments the command line
	 * @return the process
	 */
	public static StandaloneProcess launch(String... arguments) throws IOException {
		return launch(List.of(arguments));
	}

	private static StandaloneProcess launch(List<String> arguments, String... options) throws IOException {
		// It logs as in earnest, not as tests do.
		return new StandaloneProcess(JavaCommand.mainClass(MAIN_CLASS)
			.options("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-Dlogback.configurationFile=logback.xml")
			.options(options)
			.arguments(arguments)
			.startWithOutputApart("standalone-" + STARTS.incrementAndGet()));
	}

	private boolean isReady() {
		Matcher ready = READY.matcher(output());
		if (!ready.find()) {
			return false;
		}
		this.base = URI.create(ready.group(1));
		this.token = ready.group(2);
		return true;
	}

	/**
	 * Returns a client of this process with the token that it printed.
	 * @return the client
	 */
	public PipelineClient client() {
		return new PipelineClient(this.base, this.token);
	}

	/**
	 * Returns the address of the page as it was printed, with a token.
	 * @return the address
	 */
	public URI page() {
		return URI.create(this.base + "/#token=" + this.token);
	}

	public String output() {
		return this.process.output();
	}

	public String log() {
		return this.process.log();
	}

	/** Ends the process as a power cut would: nothing in it gets to run any more. */
	public void kill() throws InterruptedException {
		this.process.kill();
	}

	/**
	 * Asks the process to end.
	 * @return its exit code
	 */
	public int stop() throws InterruptedException {
		return this.process.stop();
	}

	public int awaitExit() throws InterruptedException {
		return this.process.awaitExit();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
