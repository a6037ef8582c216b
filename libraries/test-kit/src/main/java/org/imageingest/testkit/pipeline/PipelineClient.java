package org.imageingest.testkit.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Uses the REST service as an application developer would.
 */
public final class PipelineClient {

	private static final Duration DONE_LIMIT = Duration.ofMinutes(2);

	private static final int OK = 200;

	private static final int ACCEPTED = 202;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final URI base;

	private final String token;

	/**
	 * Makes a client.
	 * @param base address of the service, without a path
	 * @param token access token of an owner
	 */
	public PipelineClient(URI base, String token) {
		this.base = base;
		this.token = token;
	}

	/**
	 * Uploads a photo.
	 * @param photo its bytes
	 * @return the job that was promised
	 */
	public String upload(byte[] photo) throws IOException, InterruptedException {
		return promised(tryUpload(photo));
	}

	private static String promised(HttpResponse<String> response) {
		assertThat(response.statusCode()).withFailMessage(response::body).isEqualTo(ACCEPTED);
		return JsonMapper.shared().readTree(response.body()).get("jobId").stringValue();
	}

	/**
	 * Uploads a camera RAW with a picture of it.
	 * @param raw its bytes
	 * @param preview a JPEG
	 * @return the job that was promised
	 */
	public String upload(byte[] raw, byte[] preview) throws IOException, InterruptedException {
		return promised(
				this.http.send(uploadRequest(Map.of("image", raw, "preview", preview)), BodyHandlers.ofString()));
	}

	/**
	 * Uploads a photo with tags.
	 * @param photo its bytes
	 * @param tags the tags
	 * @return the job that was promised
	 */
	public String upload(byte[] photo, List<String> tags) throws IOException, InterruptedException {
		return promised(tryUpload(photo, tags));
	}

	/**
	 * Uploads a photo with tags that may be refused.
	 * @param photo its bytes
	 * @param tags the tags
	 * @return the answer
	 */
	public HttpResponse<String> tryUpload(byte[] photo, List<String> tags) throws IOException, InterruptedException {
		byte[] list = String.join(",", tags).getBytes(StandardCharsets.UTF_8);
		return this.http.send(uploadRequest(Map.of("image", photo, "tags", list)), BodyHandlers.ofString());
	}

	/**
	 * Uploads a photo whose location is to be kept.
	 * @param photo its bytes
	 * @return the job that was promised
	 */
	public String uploadKeepingLocation(byte[] photo) throws IOException, InterruptedException {
		byte[] wish = "true".getBytes(StandardCharsets.US_ASCII);
		return promised(
				this.http.send(uploadRequest(Map.of("image", photo, "keepLocation", wish)), BodyHandlers.ofString()));
	}

	/**
	 * Uploads a photo that may be refused.
	 * @param photo its bytes
	 * @return the answer
	 */
	public HttpResponse<String> tryUpload(byte[] photo) throws IOException, InterruptedException {
		return this.http.send(uploadRequest(Map.of("image", photo)), BodyHandlers.ofString());
	}

	/**
	 * Uploads photos in one request under a name, which may be refused.
	 * @param photos their bytes
	 * @param key name of the request
	 * @return the answer
	 */
	public HttpResponse<String> tryUploadBatch(List<byte[]> photos, String key)
			throws IOException, InterruptedException {
		List<Map.Entry<String, byte[]>> parts = photos.stream().map((photo) -> Map.entry("image", photo)).toList();
		return this.http.send(formRequest("/api/v1/ingest/batch", parts).header("Idempotency-Key", key).build(),
				BodyHandlers.ofString());
	}

	private HttpRequest uploadRequest(Map<String, byte[]> parts) throws IOException {
		return formRequest("/api/v1/ingest/upload", parts.entrySet()).build();
	}

	private HttpRequest.Builder formRequest(String path, Collection<Map.Entry<String, byte[]>> parts)
			throws IOException {
		String boundary = "boundary-of-the-test";
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (Map.Entry<String, byte[]> part : parts) {
			String head = """
					--%s\r
					Content-Disposition: form-data; name="%s"; filename="photo.jpg"\r
					Content-Type: image/jpeg\r
					\r
					""".formatted(boundary, part.getKey());
			body.write(head.getBytes(StandardCharsets.US_ASCII));
			body.write(part.getValue());
			body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
		return request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.ofByteArray(body.toByteArray()));
	}

	/**
	 * Follows a job to its end.
	 * @param jobId the job
	 * @return its last status
	 */
	public JsonNode awaitEnd(String jobId) {
		AtomicReference<JsonNode> last = new AtomicReference<>();
		try {
			await().atMost(DONE_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
				last.set(status(jobId));
				return Set.of("completed", "failed", "cancelled").contains(last.get().get("status").stringValue());
			});
			return last.get();
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("After %s a job is still %s".formatted(DONE_LIMIT, last), ex);
		}
	}

	/**
	 * Follows a job by its event stream until the service ends that.
	 * @param jobId the job
	 * @return data of its events, each with the event's name as {@code event}
	 */
	public List<JsonNode> follow(String jobId) throws IOException, InterruptedException {
		HttpResponse<Stream<String>> response = this.http.send(
				request("/api/v1/ingest/status/" + jobId).header("Accept", "text/event-stream").build(),
				BodyHandlers.ofLines());
		assertThat(response.statusCode()).isEqualTo(OK);
		List<JsonNode> events = new ArrayList<>();
		try (Stream<String> lines = response.body()) {
			AtomicReference<String> name = new AtomicReference<>("message");
			lines.forEach((line) -> {
				if (line.startsWith("event: ")) {
					name.set(line.substring("event: ".length()));
				}
				else if (line.startsWith("data: ")) {
					ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(line.substring("data: ".length()));
					events.add(data.put("event", name.get()));
				}
			});
		}
		return events;
	}

	/**
	 * Asks how a job is.
	 * @param jobId the job
	 * @return its status of now
	 */
	public JsonNode status(String jobId) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request("/api/v1/ingest/status/" + jobId).build(),
				BodyHandlers.ofString());
		assertThat(response.statusCode()).withFailMessage(response::body).isEqualTo(OK);
		return JsonMapper.shared().readTree(response.body());
	}

	/**
	 * Asks for something to be done that takes no body.
	 * @param method HTTP method
	 * @param path path under {@code /api/v1}
	 * @return the answer
	 */
	public HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
		return this.http.send(request("/api/v1" + path).method(method, BodyPublishers.noBody()).build(),
				BodyHandlers.ofString());
	}

	/**
	 * Fetches an address as it stands, without a token.
	 * @param address the address
	 * @return the answer
	 */
	public HttpResponse<byte[]> fetch(URI address) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
	}

	public URI base() {
		return this.base;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.base.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", "Bearer " + this.token);
	}

}
