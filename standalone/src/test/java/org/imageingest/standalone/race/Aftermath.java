package org.imageingest.standalone.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.standalone.race.Operation.Kind;
import org.imageingest.testkit.pipeline.PipelineClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at what a race left, once nothing moves any more.
 */
final class Aftermath {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final PipelineClient client;

	private final Path bucket;

	Aftermath(PipelineClient client, Path bucket) {
		this.client = client;
		this.bucket = bucket;
	}

	Ending of(String owner, String imageId, List<Operation> history) throws Exception {
		Map<String, String> jobs = new HashMap<>();
		for (Operation operation : history) {
			if (operation.kind() == Kind.UPLOAD && operation.owner().equals(owner) && !operation.jobId().isEmpty()) {
				JsonNode end = this.client.awaitEnd(operation.jobId());
				String detail = end.path("detail").stringValue("");
				jobs.put(operation.jobId(), end.get("status").stringValue() + (detail.isEmpty() ? "" : ":" + detail));
			}
		}
		List<String> staged = awaitStaging(jobs.keySet());
		HttpResponse<String> image = this.client.ask("GET", "/images/" + imageId);
		if (image.statusCode() != 200) {
			return new Ending(jobs, false, "", Set.of(), List.of(), staged);
		}
		ImageDocument document = JsonMapper.shared()
			.readValue(Files.readString(this.bucket.resolve(ObjectKeys.document(imageId))), ImageDocument.class);
		List<String> missing = keys(document).filter((key) -> !Files.exists(this.bucket.resolve(key))).toList();
		return new Ending(jobs, true, document.owner(), Set.copyOf(document.tags()), missing, staged);
	}

	private List<String> awaitStaging(Set<String> jobIds) {
		try {
			Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> staged(jobIds).isEmpty());
		}
		catch (ConditionTimeoutException ex) {
			// Told below.
		}
		return staged(jobIds);
	}

	private List<String> staged(Set<String> jobIds) {
		return jobIds.stream().flatMap((jobId) -> files(this.bucket.resolve(ObjectKeys.staging(jobId)))).toList();
	}

	/**
	 * Counts objects at final keys that no document names: the next deletion or the sweep
	 * finds them.
	 * @return number of runs
	 */
	long unnamedRuns() {
		Set<String> named = files(this.bucket.resolve(ObjectKeys.DOCUMENTS))
			.map((file) -> JsonMapper.shared().readValue(Path.of(file), ImageDocument.class))
			.flatMap(Aftermath::keys)
			.map((key) -> key.substring(key.indexOf('/') + 1, key.lastIndexOf('/')))
			.collect(Collectors.toSet());
		return Stream.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS)
			.map(this.bucket::resolve)
			.flatMap((folder) -> files(folder).map((file) -> folder.relativize(Path.of(file).getParent()).toString()))
			.distinct()
			.filter((run) -> !named.contains(run))
			.count();
	}

	private static Stream<String> keys(ImageDocument document) {
		return Stream.concat(Stream.of(document.original().key()),
				document.variants().stream().map(PublishedVariant::key));
	}

	/** Files that go meanwhile are none. */
	private static Stream<String> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(Path::toString).toList().stream();
		}
		catch (IOException | UncheckedIOException ex) {
			return Stream.of();
		}
	}

}
