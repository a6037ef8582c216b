package org.imageingest.endtoend.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.imageingest.endtoend.InsistingUploads;
import org.imageingest.endtoend.SeparateStack;
import org.imageingest.endtoend.broker.RabbitNode;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;

/**
 * Photos on their way through the pipeline, all of one owner who has no others.
 */
final class Scene implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	/** At an upload by path: a variant lies below its run, an original does not. */
	private static final int PARTS_OF_A_VARIANT = 4;

	private final SeparateStack stack;

	private final RabbitNode broker;

	private final String owner;

	private final List<byte[]> photos;

	private final int imagesBefore;

	private final List<InsistingUploads> uploads = new ArrayList<>();

	Scene(SeparateStack stack, RabbitNode broker, String owner, int photos) {
		this.stack = stack;
		this.broker = broker;
		this.owner = owner;
		this.photos = Stream.generate(() -> Photos.jpeg(320, 240)).limit(photos).toList();
		this.imagesBefore = stack.bucket().images().size();
	}

	SeparateStack stack() {
		return this.stack;
	}

	RabbitNode broker() {
		return this.broker;
	}

	List<byte[]> photos() {
		return this.photos;
	}

	PipelineClient client() {
		return this.stack.client(this.stack.source(), this.owner);
	}

	/** Begins to upload all photos, however often that takes. */
	void beginUploads() {
		this.uploads.add(new InsistingUploads(List.of(client()), this.photos));
	}

	/** Waits until all photos were taken; returns the names of the jobs. */
	List<String> jobIds() throws Exception {
		return this.uploads.getFirst().jobIds();
	}

	void awaitPromises(int promises) {
		await(() -> this.uploads.getFirst().promises() >= promises);
	}

	void awaitStagedVariants() {
		await(() -> this.stack.bucket()
			.keys(ObjectKeys.STAGING)
			.stream()
			.anyMatch((key) -> key.split("/").length >= PARTS_OF_A_VARIANT));
	}

	void awaitDocuments(int documents) {
		awaitDocuments(documents, LIMIT);
	}

	void awaitDocuments(int documents, Duration limit) {
		Awaitility.await()
			.atMost(limit)
			// The longer the list, the longer it takes to make it.
			.pollInterval(Duration.ofMillis(20 + documents))
			.ignoreExceptions()
			.until(() -> this.stack.bucket().images().size() >= this.imagesBefore + documents);
	}

	static void await(Callable<Boolean> moment) {
		Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(moment);
	}

	@Override
	public void close() {
		this.uploads.forEach(InsistingUploads::close);
	}

}
