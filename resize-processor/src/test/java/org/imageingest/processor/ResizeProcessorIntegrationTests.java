package org.imageingest.processor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.engine.worker.WorkerPool;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedOriginal;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.photo.EngineHealthIndicator;
import org.imageingest.photo.EngineInfoContributor;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.imageingest.testkit.store.S3TestServer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.config.name=resize-processor", "image.recipe-version=7", "image.workers=1",
				"messaging.retry.delay=1ms", "messaging.progress-delay=0s" })
@EnableTestBinder
@Import(ConfirmingBroker.class)
class ResizeProcessorIntegrationTests {

	private static final String IMAGE_ID = "img_" + "a".repeat(32);

	private static S3TestServer server;

	@TempDir
	private static Path work;

	@Autowired
	private InputDestination input;

	@Autowired
	private OutputDestination output;

	@Autowired
	private ObjectStore store;

	@Autowired
	private JsonMapper json;

	@Autowired
	private CountingEngine engine;

	@Autowired
	private WorkerPool workers;

	@Autowired
	private EngineHealthIndicator health;

	@Autowired
	private EngineInfoContributor info;

	@Autowired
	private BindingServiceProperties bindings;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws Exception {
		server = S3TestServer.start();
		for (String property : server.properties(server.newBucket())) {
			int equals = property.indexOf('=');
			registry.add(property.substring(0, equals), () -> property.substring(equals + 1));
		}
		registry.add("image.work-directory", () -> work);
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	@BeforeEach
	void reset() {
		this.output.clear();
		this.store.delete(ObjectKeys.document(IMAGE_ID));
		this.engine.calls.set(0);
	}

	@Test
	void handsOnVariantsThatLieInStagingUnderANewRun() throws Exception {
		UploadedImage upload = stage(TestPhotos.jpeg(640, 480), null);
		deliver(upload);
		ProcessedImage processed = processed();
		assertThat(processed.jobId()).isEqualTo(upload.jobId());
		assertThat(processed.attempt()).isEqualTo(2);
		assertThat(processed.acceptedAt()).isEqualTo(upload.acceptedAt());
		assertThat(processed.original()).isEqualTo(upload.original());
		assertThat(processed.recipeVersion()).isEqualTo(7);
		assertThat(processed.tags()).containsExactly("sea");
		assertThat(processed.metadata()).extracting(ImageMetadata::width, ImageMetadata::height)
			.containsExactly(640, 480);
		assertThat(processed.variants()).extracting(StagedVariant::name)
			.containsExactly("thumbnail", "thumbnail_legacy", "web", "web_legacy");
		for (StagedVariant variant : processed.variants()) {
			byte[] content = this.store.find(variant.key()).orElseThrow().content();
			assertThat(variant.key()).startsWith(
					ObjectKeys.staging(upload.jobId()) + processed.runId() + "/" + variant.name().split("_")[0]);
			assertThat(variant.bytes()).isEqualTo(content.length);
			assertThat(variant.sha256()).isEqualTo(sha256(content));
		}
	}

	@Test
	void tellsEachStageBeforeItStarts() throws Exception {
		deliver(stage(TestPhotos.jpeg(64, 48), null));
		assertThat(events()).containsExactly("progress extracting_metadata", "progress generating_variants");
	}

	@Test
	void givesEveryDeliveryARunOfItsOwn() throws Exception {
		UploadedImage upload = stage(TestPhotos.jpeg(64, 48), null);
		deliver(upload);
		deliver(upload);
		assertThat(processed().runId()).isNotEqualTo(processed().runId());
	}

	@Test
	void saysClaimMissingWhenTheJobWasCalledOffBefore() throws Exception {
		UploadedImage upload = stage(TestPhotos.jpeg(64, 48), null);
		this.store.delete(upload.original().key());
		deliver(upload);
		assertThat(events()).containsExactly("progress extracting_metadata", "claim_missing extracting_metadata");
		assertNothingIsHandedOn();
		assertThat(this.engine.calls).hasValue(0);
	}

	@Test
	void makesNothingOfAnImageThatIsPublished() throws Exception {
		publish(null, 1);
		deliver(stage(TestPhotos.jpeg(64, 48), null));
		ProcessedImage processed = processed();
		assertThat(processed.alreadyPublished()).isTrue();
		assertThat(processed.variants()).isEmpty();
		assertThat(processed.tags()).containsExactly("sea");
		assertThat(events()).isEmpty();
		assertThat(this.engine.calls).hasValue(0);
	}

	@Test
	void makesVariantsAnewFromAPreviewThatIsNew() throws Exception {
		publish("other", 7);
		UploadedImage upload = stage(TestPhotos.jpeg(64, 48), TestPhotos.jpeg(32, 16));
		deliver(upload);
		ProcessedImage processed = processed();
		assertThat(processed.preview()).isEqualTo(upload.preview());
		assertThat(processed.metadata()).extracting(ImageMetadata::width).isEqualTo(64);
		assertThat(processed.variants()).hasSize(4).allSatisfy((variant) -> assertThat(variant.width()).isEqualTo(32));
	}

	@Test
	void tellsOfARawWhatIsInItAndShowsItByTheClientsPreview() throws Exception {
		UploadedImage upload = stage(TestRaw.NEF.with(TestPhotos.jpeg(640, 424), 6), TestPhotos.jpeg(200, 100));
		deliver(upload);
		ProcessedImage processed = processed();
		assertThat(processed.metadata()).extracting(ImageMetadata::storedWidth).isEqualTo(6000);
		assertThat(processed.warnings()).isEmpty();
		assertThat(processed.variants()).hasSize(4).allSatisfy((variant) -> {
			assertThat(variant.width()).isEqualTo(200);
			assertThat(variant.height()).isEqualTo(100);
		});
		assertThat(this.engine.calls).hasValue(1);
	}

	@Test
	void makesNothingThatAnOlderRecipeCouldNotReplace() throws Exception {
		publish("other", 8);
		deliver(stage(TestPhotos.jpeg(64, 48), TestPhotos.jpeg(32, 16)));
		assertThat(processed().alreadyPublished()).isTrue();
	}

	@Test
	void failsACorruptPhotoAtOnce() throws Exception {
		deliver(stage("no picture at all".getBytes(), null));
		JobEvent failed = allEvents().getLast();
		assertThat(failed.type()).isEqualTo(JobEvent.Type.FAILED);
		assertThat(failed.retryable()).isFalse();
		assertThat(failed.attempt()).isEqualTo(2);
		assertThat(this.engine.calls).hasValue(1);
		assertNothingIsHandedOn();
	}

	@Test
	void theHealthTestIsWorkedOnByTheWorkerWhileItIsIdle() {
		Health health = this.health.health(true);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("workers", 1).containsEntry("alive", 1);
		assertThat(this.workers.state().photos()).isPositive();
	}

	@Test
	void informsOfEngineAndWorkers() {
		Info.Builder info = new Info.Builder();
		this.info.contribute(info);
		assertThat(info.build().getDetails()).extractingByKey("engine", InstanceOfAssertFactories.MAP)
			.containsKeys("choice", "name", "libraries", "formats", "hints")
			.extractingByKey("workers", InstanceOfAssertFactories.MAP)
			.containsEntry("configured", 1)
			.containsEntry("alive", 1);
	}

	@Test
	void hasOnePhotoMoreInHandThanWorkers() {
		assertThat(this.bindings.getConsumerProperties("input").getConcurrency()).isEqualTo(2);
	}

	@Test
	void leavesNoTemporaryFilesBehind() throws Exception {
		deliver(stage(TestPhotos.jpeg(64, 48), null));
		deliver(stage("no picture at all".getBytes(), null));
		try (Stream<Path> files = Files.walk(work)) {
			// The folder of this process and in it that of its worker.
			assertThat(files.filter(Files::isDirectory).filter((folder) -> !folder.equals(work))).hasSize(2);
		}
	}

	private UploadedImage stage(byte[] photo, byte @Nullable [] preview) throws Exception {
		String jobId = Identifiers.newJobId();
		String key = ObjectKeys.stagedOriginal(jobId);
		this.store.put(key, photo, "image/jpeg");
		PreviewObject previewObject = null;
		if (preview != null) {
			previewObject = new PreviewObject(ObjectKeys.staging(jobId) + "preview", preview.length, sha256(preview));
			this.store.put(previewObject.key(), preview, "image/jpeg");
		}
		return new UploadedImage(1, jobId, 2, IMAGE_ID, "alice", Instant.parse("2026-11-22T10:00:00Z"),
				new OriginalObject(key, "image/jpeg", "jpg", photo.length, sha256(photo)), previewObject, "photo.jpg",
				List.of("sea"));
	}

	private void publish(@Nullable String previewSha256, int recipeVersion) {
		Instant at = Instant.parse("2026-11-21T10:00:00Z");
		ImageDocument document = new ImageDocument(1, IMAGE_ID, "alice", "ab".repeat(32),
				new PublishedOriginal("originals/x", "image/jpeg", 1), null, previewSha256, "run0", recipeVersion,
				"portable", List.of(),
				new ImageMetadata(1, 1, 1, 1, 1, null, null, null, null, null, null, null, null, null, null, null),
				List.of(), List.of(), List.of(), Source.upload(), at, at, at);
		this.store.put(ObjectKeys.document(IMAGE_ID), this.json.writeValueAsBytes(document), "application/json");
	}

	private void deliver(UploadedImage upload) {
		this.input.send(new GenericMessage<>(this.json.writeValueAsBytes(upload)), "uploaded-images");
	}

	private ProcessedImage processed() {
		Message<byte[]> message = this.output.receive(5000, "processed-images");
		assertThat(message).isNotNull();
		return this.json.readValue(message.getPayload(), ProcessedImage.class);
	}

	private void assertNothingIsHandedOn() {
		assertThat(this.output.receive(0, "processed-images")).isNull();
	}

	private List<String> events() {
		return allEvents().stream()
			.map((event) -> event.type().name().toLowerCase() + " " + event.stage().code())
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

	private static String sha256(byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class EngineConfiguration {

		@Bean
		@Primary
		CountingEngine hookedEngine(WorkerPool workers) {
			return new CountingEngine(workers);
		}

	}

}
