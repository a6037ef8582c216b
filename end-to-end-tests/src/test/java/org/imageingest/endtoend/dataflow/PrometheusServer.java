package org.imageingest.endtoend.dataflow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.endtoend.checkout.Checkout;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.Program;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus with the settings that are shipped, but looking more often.
 */
final class PrometheusServer implements AutoCloseable {

	private static final Path SETTINGS = Checkout.path("stream-definitions/monitoring");

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	private final Process process;

	private PrometheusServer(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	static boolean isHere() {
		return Program.find("prometheus").isPresent();
	}

	/**
	 * Starts it.
	 * @param folder takes its files
	 * @param targets instances, as a file of targets
	 * @param token for those that ask for one
	 * @param pushgateway address to which jobs push
	 * @return the process, not yet ready
	 */
	static PrometheusServer start(Path folder, String targets, String token, String pushgateway) throws IOException {
		Files.createDirectories(folder);
		Files.copy(SETTINGS.resolve("alerts.yml"), folder.resolve("alerts.yml"));
		Files.writeString(folder.resolve("targets.json"), targets);
		Files.writeString(folder.resolve("token"), token);
		Files.writeString(folder.resolve("prometheus.yml"),
				Files.readString(SETTINGS.resolve("prometheus.yml"))
					.replace("15s", "2s")
					.replace("127.0.0.1:9091", pushgateway));
		int port = FreePort.find();
		Process process = new ProcessBuilder("prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data",
				"--web.listen-address=127.0.0.1:" + port)
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		return new PrometheusServer(port, process);
	}

	/**
	 * Asks for an expression.
	 * @param expression in Prometheus' language
	 * @return number of series in the answer
	 */
	int series(String expression) throws IOException, InterruptedException {
		URI query = URI.create("http://127.0.0.1:" + this.port + "/api/v1/query?query="
				+ URLEncoder.encode(expression, StandardCharsets.UTF_8));
		String answer = this.http.send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString()).body();
		return JsonMapper.shared().readTree(answer).path("data").path("result").size();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
