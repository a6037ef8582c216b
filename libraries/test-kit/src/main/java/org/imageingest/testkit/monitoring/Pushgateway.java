package org.imageingest.testkit.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.Program;

import static org.awaitility.Awaitility.await;

/**
 * The Pushgateway of this machine (Debian's package {@code prometheus-pushgateway}).
 */
public final class Pushgateway implements AutoCloseable {

	private static final String PROGRAM = "prometheus-pushgateway";

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port = FreePort.find();

	private final Process process;

	private Pushgateway(Path log) throws IOException {
		this.process = new ProcessBuilder(PROGRAM, "--web.listen-address=127.0.0.1:" + this.port)
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
	}

	public static boolean isHere() {
		return Program.find(PROGRAM).isPresent();
	}

	/**
	 * Starts it on a free port and waits until it answers.
	 * @param log takes what it writes
	 * @return the process
	 */
	public static Pushgateway start(Path log) throws IOException {
		Pushgateway gateway = new Pushgateway(log);
		await().ignoreExceptionsInstanceOf(IOException.class).until(() -> !gateway.figures().isEmpty());
		return gateway;
	}

	public String address() {
		return "127.0.0.1:" + this.port;
	}

	/**
	 * Returns what a Prometheus would read.
	 * @return lines of the text format
	 */
	public List<String> figures() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + "/metrics")).build();
		return this.http.send(request, BodyHandlers.ofString()).body().lines().toList();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
