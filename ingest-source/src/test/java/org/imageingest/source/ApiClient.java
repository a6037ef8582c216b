package org.imageingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the running app as one owner.
 */
public final class ApiClient {

	private static final String BOUNDARY = "----part";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI base;

	private final @Nullable String token;

	public ApiClient(RunningIngestSource source, @Nullable String token) {
		this.base = source.address("/");
		this.token = token;
	}

	public Reply get(String path) throws Exception {
		return call("GET", path, Map.of(), BodyPublishers.noBody());
	}

	public Reply call(String method, String path) throws Exception {
		return call(method, path, Map.of(), BodyPublishers.noBody());
	}

	/** Posts one photo, or several, as parts named {@code image}. */
	public Reply upload(String path, Map<String, String> headers, byte[]... photos) throws Exception {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		for (byte[] photo : photos) {
			form.writeBytes(
					("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\n\r\n")
						.getBytes(StandardCharsets.UTF_8));
			form.writeBytes(photo);
			form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		}
		form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.ofByteArray(form.toByteArray()));
		headers.forEach(request::header);
		return send(request);
	}

	public Reply call(String method, String path, Map<String, String> headers, BodyPublisher body) throws Exception {
		HttpRequest.Builder request = request(path).method(method, body);
		headers.forEach(request::header);
		return send(request);
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path));
		return (this.token != null) ? request.header("Authorization", "Bearer " + this.token) : request;
	}

	private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return new Reply(this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
	}

	/**
	 * An answer.
	 *
	 * @param response all of it
	 */
	public record Reply(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String text() {
			return this.response.body();
		}

		public JsonNode json() {
			return new JsonMapper().readTree(text());
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

	}

}
