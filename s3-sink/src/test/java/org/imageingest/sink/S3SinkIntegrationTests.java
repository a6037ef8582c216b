package org.imageingest.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.messaging.DeadLetters;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ListedObject;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.config.name=s3-sink", "messaging.retry.delay=1ms", "messaging.progress-delay=0s" })
@EnableTestBinder
@Import(ConfirmingBroker.class)
class S3SinkIntegrationTests {

	private static final Instant ACCEPTED_AT = Instant.parse("2026-11-22T10:00:00Z");

	private static S3TestServer server;

	private final String imageId = "img_" + Identifiers.newRunId();

	@Autowired
	private InputDestination input;

	@Autowired
	private OutputDestination output;

	@Autowired
	private ObjectStore store;

	@Autowired
	private ImageDocuments documents;

	@Autowired
	private JsonMapper json;

	@MockitoBean
	private DeadLetters deadLetters;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws Exception {
		server = S3TestServer.start();
		for (String property : server.properties(server.newBucket())) {
			int equals = property.indexOf('=');
			registry.add(property.substring(0, equals), () -> property.substring(equals + 1));
		}
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	@BeforeEach
	void forgetEvents() {
		this.output.clear();
	}

	@Test
	void publishesAndTellsSo() {
		ProcessedImage image = staged("sea");
		deliver(image);
		assertThat(events()).containsExactly("progress uploading 85", "completed done 100");
		assertThat(this.documents.find(this.imageId)).get()
			.satisfies((document) -> assertThat(document.runId()).isEqualTo(image.runId()))
			.satisfies((document) -> assertThat(document.source().kind()).isEqualTo("upload"));
		assertThat(this.store.exists(ObjectKeys.variant(this.imageId, image.runId(), "web.webp"))).isTrue();
		verifyNoInteractions(this.deadLetters);
	}

	@Test
	void namesTheImageInTheCompletedEvent() {
		deliver(staged("sea"));
		assertThat(allEvents().getLast().imageId()).isEqualTo(this.imageId);
	}

	@Test
	void completesAgainWhenDeliveredAgainAfterTheCommitEvenWithoutStaging() {
		ProcessedImage image = staged("sea");
		deliver(image);
		this.store.deleteAll(ObjectKeys.staging(image.jobId()));
		this.output.clear();
		deliver(image);
		assertThat(events()).last().isEqualTo("completed done 100");
		assertThat(published()).hasSize(3);
	}

	@Test
	void completesASecondUploadOfTheSameBytesWithTheFirstOnesImage() {
		ProcessedImage first = staged("sea");
		deliver(first);
		ProcessedImage second = staged("alps");
		deliver(second);
		assertThat(events()).last().isEqualTo("completed done 100");
		assertThat(this.documents.find(this.imageId).orElseThrow().tags()).containsExactly("alps", "sea");
		assertThat(published()).hasSize(3).noneMatch((key) -> key.contains(second.runId()));
	}

	@Test
	void saysClaimMissingWhenTheJobWasCalledOff() {
		ProcessedImage image = staged("sea");
		this.store.delete(image.original().key());
		deliver(image);
		assertThat(events()).containsExactly("progress uploading 85", "claim_missing uploading 85");
		assertThat(published()).isEmpty();
		assertThat(this.store.exists(image.variants().getFirst().key())).isTrue();
	}

	@Test
	void saysImageDeletedWhenADeletionCameLater() {
		ProcessedImage image = staged("sea");
		this.store.put(ObjectKeys.tombstone(this.imageId),
				("{\"deletedAt\":\"" + ACCEPTED_AT.plusSeconds(1) + "\"}").getBytes(), "application/json");
		deliver(image);
		assertThat(events()).last().isEqualTo("image_deleted uploading 85");
		assertThat(published()).isEmpty();
	}

	@Test
	void failsAsRetryableAndParksTheMessageWhenAVariantIsMissing() {
		ProcessedImage image = staged("sea");
		this.store.delete(image.variants().getFirst().key());
		deliver(image);
		JobEvent failed = allEvents().getLast();
		assertThat(failed.type()).isEqualTo(JobEvent.Type.FAILED);
		assertThat(failed.retryable()).isTrue();
		verify(this.deadLetters).park(any(), contains("incomplete"));
		assertThat(this.documents.find(this.imageId)).isEmpty();
	}

	private ProcessedImage staged(String tag) {
		String jobId = Identifiers.newJobId();
		String runId = Identifiers.newRunId();
		String original = ObjectKeys.stagedOriginal(jobId);
		String web = ObjectKeys.stagedVariant(jobId, runId, "web.webp");
		this.store.put(original, "original".getBytes(), "image/jpeg");
		this.store.put(web, "web".getBytes(), "image/webp");
		return new ProcessedImage(1, jobId, 1, this.imageId, "alice", ACCEPTED_AT, runId, 1, "portable",
				new OriginalObject(original, "image/jpeg", "jpg", 8, "ab".repeat(32)), null,
				List.of(new StagedVariant("web", VariantFormat.WEBP, web, 300, 200, 3, "cd".repeat(32))),
				new ImageMetadata(1, 1, 1, 1, 1, null, null, null, null, null, null, null, null, null, null, null),
				List.of(), List.of(), "photo.jpg", List.of(tag));
	}

	private void deliver(ProcessedImage image) {
		this.input.send(new GenericMessage<>(this.json.writeValueAsBytes(image)), "processed-images");
	}

	private List<String> published() {
		return List.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS, ObjectKeys.DOCUMENTS)
			.stream()
			.flatMap((prefix) -> this.store.list(prefix + this.imageId + "/"))
			.map(ListedObject::key)
			.toList();
	}

	private List<String> events() {
		return allEvents().stream()
			.map((event) -> event.type().name().toLowerCase() + " " + event.stage().code() + " " + event.progress())
			.toList();
	}

	/** Deliveries are worked on in the sending thread: what was to be told is told. */
	private List<JobEvent> allEvents() {
		List<JobEvent> events = new ArrayList<>();
		Message<byte[]> message = this.output.receive(0, "ingest-events");
		while (message != null) {
			events.add(this.json.readValue(message.getPayload(), JobEvent.class));
			message = this.output.receive(0, "ingest-events");
		}
		return events;
	}

}
