package org.imageingest.processor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedOriginal;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.imageingest.testkit.store.S3TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.config.name=resize-processor", "image.original.strip-location=true", "image.workers=1",
				"image.metadata.allow-location-opt-in=true" })
@EnableTestBinder
@Import(ConfirmingBroker.class)
class StrippedOriginalIntegrationTests {

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

	@Test
	void aCopyWithoutLocationIsHandedOnAsTheOriginal() throws Exception {
		byte[] photo = TestJpeg.jpeg(640, 480)
			.exif(TestExif.exif().camera("Maker", "Model").makerNote("secret-note").position(47.3769, 8.5417))
			.toBytes();
		UploadedImage upload = stage(photo);

		ProcessedImage processed = process(upload);

		byte[] original = this.store.find(processed.original().key()).orElseThrow().content();
		assertThat(processed.original().key()).startsWith(ObjectKeys.staging(upload.jobId()) + processed.runId() + "/");
		assertThat(processed.original()).isEqualTo(
				new OriginalObject(processed.original().key(), "image/jpeg", "jpg", original.length, sha256(original)));
		assertThat(processed.uploadedSha256()).isEqualTo(upload.original().sha256());
		assertThat(processed.imageId()).isEqualTo(upload.imageId());
		assertThat(processed.removed()).contains("gps", "maker-notes");
		assertThat(processed.warnings()).isEmpty();
		assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("Maker").doesNotContain("secret-note");
		assertThat(this.store.find(upload.original().key()).orElseThrow().content()).isEqualTo(photo);
	}

	@Test
	void aPhotoWithoutLocationIsHandedOnAsItIs() throws Exception {
		UploadedImage upload = stage(TestJpeg.jpeg(64, 48).toBytes());
		ProcessedImage processed = process(upload);
		assertThat(processed.original()).isEqualTo(upload.original());
		assertThat(processed.uploadedSha256()).isNull();
		assertThat(processed.warnings()).isEmpty();
	}

	@Test
	void whereItCannotBeRemovedThatIsTold() throws Exception {
		UploadedImage upload = stage(TestRaw.NEF.with(TestPhotos.jpeg(640, 424), 6));
		ProcessedImage processed = process(upload);
		assertThat(processed.original()).isEqualTo(upload.original());
		assertThat(processed.warnings()).contains("original-location-kept");
	}

	@Test
	void aPlaceholderIsHandedOn() throws Exception {
		assertThat(process(stage(TestPhotos.jpeg(64, 48))).placeholder()).isBase64();
	}

	/** The original is the operator's to decide about, what is told the owner's. */
	@Test
	void theOwnersWishToKeepTheLocationIsForWhatIsTold() throws Exception {
		UploadedImage upload = stage(TestJpeg.jpeg(64, 48).exif(TestExif.exif().position(47.3769, 8.5417)).toBytes());
		ProcessedImage without = process(upload);
		assertThat(without.metadata().gps()).isNull();
		assertThat(without.keepLocation()).isNull();
		assertThat(without.removed()).contains("gps");

		ProcessedImage with = process(keepingLocation(upload));
		assertThat(with.metadata().gps().latitude()).isCloseTo(47.3769, within(1e-6));
		assertThat(with.metadata().gps().longitude()).isCloseTo(8.5417, within(1e-6));
		assertThat(with.keepLocation()).isTrue();
		assertThat(with.removed()).doesNotContain("gps");
		assertThat(with.uploadedSha256()).isEqualTo(upload.original().sha256());
	}

	@Test
	void anImagePublishedWithoutLocationIsReadAgainForAnOwnerWhoWantsIt() throws Exception {
		UploadedImage upload = stage(TestJpeg.jpeg(64, 48).toBytes());
		publish(upload, null);
		assertThat(process(upload).alreadyPublished()).isTrue();
		assertThat(process(keepingLocation(upload)).alreadyPublished()).isFalse();
		publish(upload, true);
		assertThat(process(keepingLocation(upload)).alreadyPublished()).isTrue();
		this.store.delete(ObjectKeys.document(upload.imageId()));
	}

	private void publish(UploadedImage upload, @Nullable Boolean keepLocation) {
		ImageDocument document = new ImageDocument(1, upload.imageId(), upload.owner(), upload.original().sha256(),
				new PublishedOriginal("originals/x", "image/jpeg", 1), null, null, "run0", 1, "portable", List.of(),
				new ImageMetadata(1, 1, 1, 1, 1, null, null, null, null, null, null, null, null, null, null, null),
				List.of("gps"), List.of(), List.of(), Source.upload(), upload.acceptedAt(), upload.acceptedAt(),
				upload.acceptedAt(), null, keepLocation);
		this.store.put(ObjectKeys.document(upload.imageId()), this.json.writeValueAsBytes(document),
				"application/json");
	}

	private static UploadedImage keepingLocation(UploadedImage upload) {
		return new UploadedImage(upload.v(), upload.jobId(), upload.attempt(), upload.imageId(), upload.owner(),
				upload.acceptedAt(), upload.original(), upload.preview(), upload.filename(), upload.tags(), true);
	}

	private UploadedImage stage(byte[] photo) throws Exception {
		String jobId = Identifiers.newJobId();
		String key = ObjectKeys.stagedOriginal(jobId);
		this.store.put(key, photo, "image/jpeg");
		return new UploadedImage(1, jobId, 1, "img_" + "b".repeat(32), "alice", Instant.parse("2026-11-22T10:00:00Z"),
				new OriginalObject(key, "image/jpeg", "jpg", photo.length, sha256(photo)), null, "photo.jpg",
				List.of());
	}

	private ProcessedImage process(UploadedImage upload) {
		this.input.send(new GenericMessage<>(this.json.writeValueAsBytes(upload)), "uploaded-images");
		Message<byte[]> message = this.output.receive(5000, "processed-images");
		assertThat(message).isNotNull();
		return this.json.readValue(message.getPayload(), ProcessedImage.class);
	}

	private static String sha256(byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

}
