package org.imageingest.bench.corpus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

import org.imageingest.bench.service.ServiceAddress;
import org.imageingest.bench.service.UploadForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Uploads files and follows them to their end, as any client does.
 */
final class CorpusClient {

	private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);

	/** Longer than the service itself lets a picture take. */
	private static final Duration JOB_LIMIT = Duration.ofMinutes(5);

	private static final Duration FIRST_LOOK = Duration.ofMillis(100);

	private static final Duration LAST_LOOK = Duration.ofSeconds(1);

	private static final int OK = 200;

	private static final int ACCEPTED = 202;

	private static final int CLIENT_ERRORS = 400;

	private static final int SERVER_ERRORS = 500;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int UNAVAILABLE = 503;

	private static final int TRIES = 20;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private final UploadForm form = new UploadForm();

	private final ServiceAddress service;

	CorpusClient(ServiceAddress service) {
		this.service = service;
	}

	/**
	 * Uploads a file and waits for what becomes of it.
	 * @param file the file
	 * @return what the service told last
	 * @throws IOException if there is no answer
	 */
	Ending ending(CorpusFile file) throws IOException, InterruptedException {
		HttpResponse<String> answer = upload(file);
		JsonNode body = json(answer.body());
		int status = answer.statusCode();
		if (status == ACCEPTED) {
			return ending(body.path("jobId").stringValue(""));
		}
		if (status >= CLIENT_ERRORS && status < SERVER_ERRORS && isProblem(body)) {
			return new Ending(Outcome.REJECT, problem(body), body);
		}
		return new Ending(Outcome.BROKEN, "the upload was answered with " + status, body);
	}

	private HttpResponse<String> upload(CorpusFile file) throws IOException, InterruptedException {
		HttpRequest request = request("/api/v1/ingest/upload").header("Content-Type", this.form.contentType())
			.POST(this.form.of("photo", "application/octet-stream", () -> Files.newInputStream(file.path()),
					Files.size(file.path())))
			.build();
		for (int attempt = 1;; attempt++) {
			HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
			boolean later = answer.statusCode() == TOO_MANY_REQUESTS || answer.statusCode() == UNAVAILABLE;
			if (!later || attempt == TRIES) {
				return answer;
			}
			Thread.sleep(LAST_LOOK.multipliedBy(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
		}
	}

	private Ending ending(String jobId) throws IOException, InterruptedException {
		long begun = System.nanoTime();
		Duration pause = FIRST_LOOK;
		while (System.nanoTime() - begun < JOB_LIMIT.toNanos()) {
			HttpResponse<String> answer = this.http.send(request("/api/v1/ingest/status/" + jobId).build(),
					BodyHandlers.ofString());
			JsonNode job = json(answer.body());
			if (answer.statusCode() != OK) {
				return new Ending(Outcome.BROKEN, "the status was answered with " + answer.statusCode(), job);
			}
			switch (job.path("status").stringValue("")) {
				case "completed" -> {
					return new Ending(job.path("variants").isEmpty() ? Outcome.ORIGINAL_ONLY : Outcome.VARIANTS,
							warnings(job), job);
				}
				case "failed" -> {
					return failed(job);
				}
				case "cancelled" -> {
					return new Ending(Outcome.BROKEN, "the job was cancelled", job);
				}
				default -> Thread.sleep(pause);
			}
			pause = pause.multipliedBy(2).compareTo(LAST_LOOK) < 0 ? pause.multipliedBy(2) : LAST_LOOK;
		}
		return new Ending(Outcome.BROKEN, "there was no end after " + JOB_LIMIT.toMinutes() + " minutes",
				MissingNode.getInstance());
	}

	/** What fails through no fault of the file would be tried again, and is no answer. */
	private static Ending failed(JsonNode job) {
		JsonNode error = job.path("error");
		boolean clear = isProblem(error) && !job.path("retryable").booleanValue(false);
		return new Ending(clear ? Outcome.REJECT : Outcome.BROKEN, problem(error), job);
	}

	/**
	 * Fetches an address as it stands.
	 * @param address the address
	 * @return its content
	 * @throws IOException if it cannot be had
	 */
	byte[] fetch(String address) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = this.http.send(
				HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER_LIMIT).build(), BodyHandlers.ofByteArray());
		if (answer.statusCode() != OK) {
			throw new IOException("answered with " + answer.statusCode());
		}
		return answer.body();
	}

	/**
	 * Asks whether the service takes uploads.
	 * @return true if it says so
	 */
	boolean isHealthy() throws InterruptedException {
		try {
			return this.http.send(request("/health").build(), BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.service.base().resolve(path))
			.timeout(ANSWER_LIMIT)
			.header("Authorization", "Bearer " + this.service.token());
	}

	private static JsonNode json(String body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private static String warnings(JsonNode job) {
		return job.path("warnings").valueStream().map((warning) -> warning.stringValue("")).toList().toString();
	}

	private static boolean isProblem(JsonNode body) {
		return !body.path("type").stringValue("").isEmpty() && !body.path("detail").stringValue("").isEmpty();
	}

	private static String problem(JsonNode body) {
		return body.path("title").stringValue("") + ": " + body.path("detail").stringValue("");
	}

	/**
	 * What became of a file.
	 *
	 * @param outcome in a word
	 * @param reason why it was refused, or what the service warns of
	 * @param answer all that it told
	 */
	record Ending(Outcome outcome, String reason, JsonNode answer) {
	}

}
