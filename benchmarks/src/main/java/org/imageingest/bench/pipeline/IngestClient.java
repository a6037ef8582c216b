package org.imageingest.bench.pipeline;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.imageingest.bench.photo.UniqueJpeg;
import org.imageingest.bench.service.ServiceAddress;
import org.imageingest.bench.service.UploadForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uploads photos and asks for their jobs, over connections that are kept.
 */
final class IngestClient {

	/** In a flood the service may take its time. */
	private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(5);

	private static final Duration STATUS_LIMIT = Duration.ofSeconds(30);

	private static final int OK = 200;

	private static final int ACCEPTED = 202;

	private static final int CLIENT_ERRORS = 400;

	private static final int SERVER_ERRORS = 500;

	private static final int REASON_CHARACTERS = 200;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private final UploadForm form = new UploadForm();

	private final ServiceAddress service;

	IngestClient(ServiceAddress service) {
		this.service = service;
	}

	/**
	 * Uploads a photo.
	 * @param photo the photo
	 * @return the job that was promised
	 * @throws RefusedException if the answer is no 202
	 * @throws IOException if there is no answer
	 */
	String upload(UniqueJpeg photo) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http
			.send(request("/api/v1/ingest/upload", UPLOAD_LIMIT).header("Content-Type", this.form.contentType())
				.POST(this.form.of("photo.jpg", "image/jpeg", photo::open, photo.length()))
				.build(), BodyHandlers.ofString());
		if (response.statusCode() != ACCEPTED) {
			throw new RefusedException(reason(response));
		}
		return JsonMapper.shared().readTree(response.body()).path("jobId").stringValue("");
	}

	/**
	 * Asks for a job.
	 * @param jobId the job
	 * @return how it stands; still running if the service cannot tell now
	 * @throws IOException if there is no answer
	 */
	JobStatus status(String jobId) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request("/api/v1/ingest/status/" + jobId, STATUS_LIMIT).build(),
				BodyHandlers.ofString());
		if (response.statusCode() != OK) {
			boolean refused = response.statusCode() >= CLIENT_ERRORS && response.statusCode() < SERVER_ERRORS;
			return refused ? new JobStatus.Failed("status: " + reason(response)) : new JobStatus.Running();
		}
		JsonNode job = JsonMapper.shared().readTree(response.body());
		return switch (job.path("status").stringValue("")) {
			case "completed" -> new JobStatus.Completed(job.path("imageId").stringValue(""));
			case "failed" -> new JobStatus.Failed("job failed: " + problem(job.path("error")));
			case "cancelled" -> new JobStatus.Failed("job cancelled: " + job.path("detail").stringValue(""));
			default -> new JobStatus.Running();
		};
	}

	private HttpRequest.Builder request(String path, Duration limit) {
		return HttpRequest.newBuilder(this.service.base().resolve(path))
			.timeout(limit)
			.header("Authorization", "Bearer " + this.service.token());
	}

	private static String reason(HttpResponse<String> response) {
		String reason;
		try {
			reason = problem(JsonMapper.shared().readTree(response.body()));
		}
		catch (JacksonException ex) {
			reason = response.body();
		}
		return response.statusCode() + " " + reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS));
	}

	private static String problem(JsonNode problem) {
		return problem.path("title").asString("") + ": " + problem.path("detail").asString("");
	}

	/**
	 * The service did not take a photo.
	 */
	static final class RefusedException extends IOException {

		RefusedException(String message) {
			super(message);
		}

	}

}
