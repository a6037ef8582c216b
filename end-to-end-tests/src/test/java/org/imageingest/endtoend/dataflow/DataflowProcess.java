package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.imageingest.endtoend.checkout.Checkout;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.pipeline.PipelineClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code ./run dataflow} on a data folder and ports of its own.
 */
final class DataflowProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(12);

	private static final Duration STOP_LIMIT = Duration.ofMinutes(4);

	private static final Pattern READY = Pattern.compile("Ready: (http://127\\.0\\.0\\.1:\\d+)/#token=(\\S+)");

	private final Path data;

	private final int port = FreePort.find();

	private final Path output;

	private final Process process;

	private DataflowProcess(Path data, String... options) throws IOException {
		this.data = data;
		this.output = data.resolveSibling(data.getFileName() + ".out");
		List<String> command = new ArrayList<>(List.of(Checkout.path("run").toString(), "dataflow", "--data",
				data.toString(), "--port", Integer.toString(this.port), "--api-port", Integer.toString(FreePort.find()),
				"app.resize-processor.image.workers=1"));
		command.addAll(List.of(options));
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.toFile())
			.start();
	}

	/**
	 * Starts it without waiting.
	 * @param data a folder that is not there yet
	 * @param options further options
	 * @return the process
	 */
	static DataflowProcess launch(Path data, String... options) throws IOException {
		return new DataflowProcess(data, options);
	}

	DataflowProcess awaitReady() {
		awaitOutput("Ready: ");
		return this;
	}

	/**
	 * Waits until it has said something.
	 * @param text what it says
	 */
	void awaitOutput(String text) {
		await().atMost(START_LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
			assertThat(this.process.isAlive()).withFailMessage(() -> "Died at its start: " + output()).isTrue();
			return output().contains(text);
		});
	}

	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	PipelineClient client() {
		Matcher ready = READY.matcher(output());
		assertThat(ready.find()).isTrue();
		return new PipelineClient(URI.create(ready.group(1)), ready.group(2));
	}

	/**
	 * Makes a token for the figures of the source.
	 * @return a compact JWT
	 */
	String adminToken() throws IOException, InterruptedException {
		return Checkout.run(Map.of(), "run", "token", "--scope", "ingest:admin", "--data", this.data.toString());
	}

	URI server() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	/**
	 * Runs a command of {@code stream-definitions/deploy} on this server.
	 * @param arguments the command
	 * @return what it printed
	 */
	String deploy(String... arguments) throws IOException, InterruptedException {
		return Checkout.run(Map.of("DATAFLOW_URL", server().toString()), "stream-definitions/deploy", arguments);
	}

	/** Asks it to stop, as Ctrl-C does, and waits for its end. */
	void stop() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).as("stopped: %s", output()).isTrue();
	}

	/**
	 * Returns what still runs for this data folder: there its processes have their
	 * working folder or, where they are servers, their files.
	 * @return command lines
	 */
	List<String> leftovers() {
		try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
			return processes.filter((candidate) -> candidate.pid() != this.process.pid())
				.map((candidate) -> candidate.info().commandLine().orElse("") + " in " + workingFolder(candidate))
				.filter((line) -> line.contains(this.data.toString()))
				.toList();
		}
	}

	private static String workingFolder(ProcessHandle process) {
		try {
			return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")).toString();
		}
		catch (IOException ex) {
			// It has ended meanwhile.
			return "";
		}
	}

	@Override
	public void close() throws InterruptedException {
		if (this.process.isAlive()) {
			stop();
		}
	}

}
