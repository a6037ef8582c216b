package org.imageingest.standalone.operator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.imageingest.data.StartException;
import org.imageingest.data.DataFolder;
import org.imageingest.data.RuntimeInfo;
import org.imageingest.data.Secrets;
import org.imageingest.standalone.token.TokenIssuer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running service as its operator.
 */
final class ServiceClient {

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

	/** Of the slowest call, which replays some hundred letters. */
	private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

	private static final int FIRST_ERROR = 300;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

	private final URI base;

	private final String token;

	ServiceClient(URI base, String token) {
		this.base = base;
		this.token = token;
	}

	/**
	 * Finds the service that runs on a data folder, and makes a token with its key.
	 * @param data the data folder
	 * @return a client of the service
	 * @throws StartException if nothing runs there
	 */
	static ServiceClient of(Path data) {
		DataFolder folder = new DataFolder(data.toAbsolutePath().normalize());
		RuntimeInfo running = folder.running()
			.orElseThrow(() -> new StartException("Nothing runs on the data folder %s: start ./run --data %s first."
				.formatted(folder.root(), folder.root())));
		return new ServiceClient(running.endpoints().http(),
				TokenIssuer.of(Secrets.of(folder).tokenKeys()).issue("operator", List.of("ingest:admin")));
	}

	JsonNode get(String path) {
		return call("GET", path, null);
	}

	JsonNode post(String path, Object body) {
		return call("POST", path, body);
	}

	JsonNode delete(String path) {
		return call("DELETE", path, null);
	}

	private JsonNode call(String method, String path, @Nullable Object body) {
		BodyPublisher publisher = (body != null) ? BodyPublishers.ofString(JSON.writeValueAsString(body))
				: BodyPublishers.noBody();
		HttpRequest request = HttpRequest.newBuilder(this.base.resolve(path))
			.timeout(ANSWER_LIMIT)
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.method(method, publisher)
			.build();
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			if (response.statusCode() >= FIRST_ERROR) {
				throw new RefusedException(complaint(response), null);
			}
			return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new RefusedException("The service at " + this.base + " does not answer: " + ex, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RefusedException("Interrupted while waiting for " + this.base, ex);
		}
	}

	private static String complaint(HttpResponse<String> response) {
		try {
			JsonNode problem = JSON.readTree(response.body());
			return "%s: %s".formatted(problem.path("title").asString("Status " + response.statusCode()),
					problem.path("detail").asString(""));
		}
		catch (JacksonException ex) {
			// Something else than the service has answered.
			return "The service answered with status " + response.statusCode();
		}
	}

}
