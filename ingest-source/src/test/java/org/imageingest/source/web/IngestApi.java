package org.imageingest.source.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API over a real socket, as a client sees it.
 */
final class IngestApi {

	static final String BOUNDARY = "----part";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = new JsonMapper();

	private final URI base;

	IngestApi(int port) {
		this.base = URI.create("http://127.0.0.1:" + port);
	}

	Answer upload(String token, byte[] file, String filename) {
		return send(post(token, BodyPublishers.ofByteArray(form(file, filename))));
	}

	Answer uploadChunked(String token, byte[] file, String filename) {
		byte[] form = form(file, filename);
		return send(post(token, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
	}

	Answer uploadForm(String token, byte[] form) {
		return send(post(token, BodyPublishers.ofByteArray(form)));
	}

	Answer get(String token, String path, String accept) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", accept);
		return send(authorized(request, token));
	}

	/** With further headers: name, value, name, value. */
	Answer exchange(String method, String token, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path))
			.method(method, BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(authorized(request, token));
	}

	/** Posts a form to a path, with further headers: name, value, name, value. */
	Answer postForm(String token, String path, BodyPublisher form, String... headers) {
		HttpRequest.Builder request = post(token, path, form);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	private HttpRequest.Builder post(String token, BodyPublisher body) {
		return post(token, "/api/v1/ingest/upload", body);
	}

	private HttpRequest.Builder post(String token, String path, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(body);
		return authorized(request, token);
	}

	private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			String type = response.headers().firstValue("Content-Type").orElse("");
			return new Answer(response.statusCode(), type, this.json.readTree(response.body()), response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A form of one image and the tags sea and sun. */
	static byte[] form(byte[] file, String filename) {
		return parts(part("tags", null, "sea,sun".getBytes(StandardCharsets.UTF_8)), part("image", filename, file));
	}

	static byte[] part(String name, String filename, byte[] content) {
		String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
				+ ((filename != null) ? "; filename=\"" + filename + "\"" : "") + "\r\n\r\n";
		return join(head.getBytes(StandardCharsets.UTF_8), content, "\r\n".getBytes(StandardCharsets.UTF_8));
	}

	static byte[] parts(byte[]... parts) {
		return join(join(parts), ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] join(byte[]... pieces) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] piece : pieces) {
			all.writeBytes(piece);
		}
		return all.toByteArray();
	}

	record Answer(int status, String contentType, JsonNode body, HttpResponse<String> response) {

		boolean isProblem() {
			return this.contentType.startsWith("application/problem+json");
		}

		String text(String member) {
			return this.body.path(member).asString();
		}

	}

}
