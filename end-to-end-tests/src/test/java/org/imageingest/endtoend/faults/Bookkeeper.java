package org.imageingest.endtoend.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.imageingest.endtoend.bucket.Bucket;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.pipeline.PipelineClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Waits until nothing moves any more, and holds what there is against what was promised.
 */
final class Bookkeeper {

	private static final Duration LIMIT = Duration.ofMinutes(4);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int OK = 200;

	private final PipelineClient client;

	private final Bucket bucket;

	private final Set<String> imagesBefore;

	private final Set<String> unnamedBefore;

	private final List<String> broken = new ArrayList<>();

	Bookkeeper(PipelineClient client, Bucket bucket) {
		this.client = client;
		this.bucket = bucket;
		this.imagesBefore = bucket.images();
		this.unnamedBefore = unnamed();
	}

	/**
	 * Settles the account of a row.
	 * @param photos the photos
	 * @param promised the jobs that were promised
	 * @return the account
	 */
	Account settle(List<byte[]> photos, List<String> promised) throws Exception {
		Map<String, JsonNode> jobs = awaitEnds();
		int retried = retryFailed(jobs);
		jobs = (retried > 0) ? awaitEnds() : jobs;
		for (String jobId : promised) {
			if (!jobs.containsKey(jobId)) {
				this.broken.add(jobId + " was promised and is not known");
			}
		}
		awaitCleanStaging();
		Set<String> images = this.bucket.images();
		images.removeAll(this.imagesBefore);
		Set<String> told = new HashSet<>();
		for (JsonNode job : jobs.values()) {
			check(this.client.status(job.get("jobId").stringValue()), told);
		}
		if (!images.equals(told)) {
			this.broken.add("Images are there of which no job tells, or the other way round: " + images + " " + told);
		}
		checkOriginals(photos, told);
		Set<String> unnamed = unnamed();
		unnamed.removeAll(this.unnamedBefore);
		return new Account(photos.size(), promised.size(), jobs.size(), count(jobs, "completed"),
				count(jobs, "cancelled"), count(jobs, "failed"), retried, images.size(),
				this.bucket.keys(ObjectKeys.STAGING).size(), unnamed.size(), List.copyOf(this.broken));
	}

	private Map<String, JsonNode> awaitEnds() {
		Map<String, JsonNode> jobs = new LinkedHashMap<>();
		try {
			Awaitility.await()
				.atMost(LIMIT)
				.pollInterval(PAUSE)
				.ignoreExceptionsInstanceOf(IOException.class)
				.until(() -> {
					jobs.clear();
					jobs.putAll(jobs());
					return jobs.values().stream().noneMatch(Bookkeeper::isRunning);
				});
		}
		catch (ConditionTimeoutException ex) {
			jobs.values().stream().filter(Bookkeeper::isRunning).forEach((job) -> this.broken.add("Stuck: " + job));
		}
		return jobs;
	}

	private static boolean isRunning(JsonNode job) {
		return Set.of("processing", "cancelling").contains(job.get("status").stringValue());
	}

	private Map<String, JsonNode> jobs() throws IOException, InterruptedException {
		Map<String, JsonNode> jobs = new LinkedHashMap<>();
		String cursor = "";
		do {
			HttpResponse<String> answer = this.client.ask("GET", "/ingest/jobs?limit=200" + cursor);
			if (answer.statusCode() != OK) {
				throw new IOException(answer.body());
			}
			JsonNode page = JsonMapper.shared().readTree(answer.body());
			page.get("items").forEach((job) -> jobs.put(job.get("jobId").stringValue(), job));
			JsonNode next = page.get("nextCursor");
			cursor = (next != null && !next.isNull()) ? "&cursor=" + next.stringValue() : "";
		}
		while (!cursor.isEmpty());
		return jobs;
	}

	/** A failure that may be retried is no loss as long as a retry helps. */
	private int retryFailed(Map<String, JsonNode> jobs) throws IOException, InterruptedException {
		int retried = 0;
		for (JsonNode job : jobs.values()) {
			if (job.get("status").stringValue().equals("failed") && job.path("retryable").booleanValue(false)) {
				HttpResponse<String> answer = this.client.ask("POST",
						"/ingest/" + job.get("jobId").stringValue() + "/retry");
				if (answer.statusCode() >= 300) {
					this.broken.add("A retry was refused: " + answer.body());
				}
				retried++;
			}
		}
		return retried;
	}

	private void awaitCleanStaging() {
		try {
			Awaitility.await()
				.atMost(LIMIT)
				.pollInterval(PAUSE)
				.until(() -> this.bucket.keys(ObjectKeys.STAGING).isEmpty());
		}
		catch (ConditionTimeoutException ex) {
			this.broken.add("Left in staging: " + this.bucket.keys(ObjectKeys.STAGING));
		}
	}

	/** Whether what is told of a job is true. */
	private void check(JsonNode status, Set<String> told) throws Exception {
		switch (status.get("status").stringValue()) {
			case "completed" -> {
				if (!status.path("imageDeleted").booleanValue(false) && told.add(status.get("imageId").stringValue())) {
					checkUrls(status);
				}
			}
			case "failed" -> {
				if (status.path("error").path("type").stringValue("").isEmpty()) {
					this.broken.add("Failed without a reason: " + status);
				}
			}
			case "cancelled" -> {
				if (status.path("detail").stringValue("").isEmpty()) {
					this.broken.add("Cancelled without a reason: " + status);
				}
			}
			default -> this.broken.add("Not ended: " + status);
		}
	}

	private void checkUrls(JsonNode status) throws Exception {
		Map<String, JsonNode> urls = status.get("urls")
			.properties()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		if (urls.size() != 5) {
			this.broken.add("Not every variant is there: " + status);
		}
		for (JsonNode url : urls.values()) {
			int answer = this.client.fetch(URI.create(url.stringValue())).statusCode();
			if (answer != OK) {
				this.broken.add("Completed, but " + url + " answers " + answer);
			}
		}
	}

	/** Each photo that is told to be there has kept its bytes, and is there once. */
	private void checkOriginals(List<byte[]> photos, Set<String> images) throws Exception {
		Set<String> sent = new HashSet<>();
		for (byte[] photo : photos) {
			sent.add(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
		}
		for (String imageId : images) {
			if (!sent.remove(this.bucket.document(imageId).sha256())) {
				this.broken.add(imageId + " is none of the photos, or one of them twice");
			}
		}
	}

	/** Objects at final keys that no document names. */
	private Set<String> unnamed() {
		Set<String> named = this.bucket.images()
			.stream()
			.flatMap((imageId) -> this.bucket.named(imageId).stream())
			.collect(Collectors.toSet());
		return Stream.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS)
			.flatMap((prefix) -> this.bucket.keys(prefix).stream())
			.filter((key) -> !named.contains(key))
			.collect(Collectors.toCollection(HashSet::new));
	}

	private static long count(Map<String, JsonNode> jobs, String status) {
		return jobs.values().stream().filter((job) -> job.get("status").stringValue().equals(status)).count();
	}

}
