package org.imageingest.store;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.StoreProperties.ChecksumUse;
import org.imageingest.store.StoreProperties.OriginalAccess;
import org.imageingest.testkit.store.S3TestServer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/**
 * A bucket of its own with everything that works on it.
 */
final class StoreFixture implements AutoCloseable {

	static final String IMAGE_ID = "img_mfrggzdfmztwq2lk";

	static final Instant ACCEPTED_AT = Instant.parse("2026-11-22T10:00:00Z");

	static final String SHA256 = "ab".repeat(32);

	private final JsonMapper json = JsonMapper.builder().build();

	final StoreProperties properties;

	final S3Client s3;

	final ObjectStore store;

	final ImageDocuments documents;

	final ImagePublisher publisher;

	final ImageRenewer renewer;

	final ImageRemover remover;

	StoreFixture(S3TestServer server) throws IOException {
		this(server, Duration.ZERO);
	}

	/** With answers that take up to some time to arrive, so that others get between. */
	StoreFixture(S3TestServer server, Duration slowness) throws IOException {
		this.properties = properties(server.endpoint(), server.newBucket(), null, OriginalAccess.PRIVATE);
		this.s3 = new S3Clients(this.properties, new DefaultSslBundleRegistry()).client();
		this.store = new AtomicStore(this.s3, this.properties.bucket(), slowness);
		this.documents = new ImageDocuments(this.store, this.json);
		Clock clock = InstantSource.fixed(ACCEPTED_AT.plusSeconds(5)).withZone(ZoneOffset.UTC);
		this.publisher = new ImagePublisher(this.documents, new ImageObjects(this.store),
				new Tombstones(this.store, this.json), clock);
		this.renewer = new ImageRenewer(this.documents, new ImageObjects(this.store),
				new Tombstones(this.store, this.json), clock);
		this.remover = new ImageRemover(this.documents, new ImageObjects(this.store),
				new Tombstones(this.store, this.json));
	}

	static StoreProperties properties(URI endpoint, String bucket, @Nullable URI publicBaseUrl, OriginalAccess access) {
		return new StoreProperties(bucket, endpoint, null, publicBaseUrl, "us-east-1", S3TestServer.ACCESS_KEY,
				S3TestServer.SECRET_KEY, null, null, null, ChecksumUse.WHEN_SUPPORTED, ChecksumUse.WHEN_SUPPORTED,
				access, Duration.ofHours(1), Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(60), 64);
	}

	/** A photo whose original and variants wait in staging, under a new job and run. */
	ProcessedImage staged(String... tags) {
		return staged(null, tags);
	}

	ProcessedImage stagedWithPreview(String previewSha256, String... tags) {
		return staged(previewSha256, tags);
	}

	private ProcessedImage staged(@Nullable String previewSha256, String... tags) {
		String jobId = Identifiers.newJobId();
		String runId = Identifiers.newRunId();
		this.store.put(ObjectKeys.stagedOriginal(jobId), bytes("original"), "application/octet-stream");
		PreviewObject preview = null;
		if (previewSha256 != null) {
			preview = new PreviewObject(ObjectKeys.staging(jobId) + "preview", 7, previewSha256);
			this.store.put(preview.key(), bytes("preview"), "image/jpeg");
		}
		List<StagedVariant> variants = Recipe.standard()
			.variants()
			.stream()
			.map((variant) -> staged(jobId, runId, variant))
			.toList();
		return new ProcessedImage(1, jobId, 1, IMAGE_ID, "alice", ACCEPTED_AT, runId, 1, "portable",
				new OriginalObject(ObjectKeys.stagedOriginal(jobId), "image/jpeg", "jpg", 8, SHA256), preview, variants,
				metadata(), List.of("gps"), List.of("colour-profile-ignored"), "photo.jpg", List.of(tags));
	}

	/** The same image, its original a copy that was made by the run. */
	ProcessedImage strippedOriginal(ProcessedImage image) {
		String key = ObjectKeys.stagedStrippedOriginal(image.jobId(), image.runId());
		this.store.put(key, bytes("copy"), "image/jpeg");
		return new ProcessedImage(image.v(), image.jobId(), image.attempt(), image.imageId(), image.owner(),
				image.acceptedAt(), image.runId(), image.recipeVersion(), image.engine(),
				new OriginalObject(key, "image/jpeg", "jpg", 4, "cd".repeat(32)), image.preview(), image.variants(),
				image.metadata(), image.removed(), image.warnings(), image.filename(), image.tags(),
				"H/gBDYQyAGMWAdQoRn5UVu6PlQga", image.original().sha256(), null);
	}

	/** The same image, whose owner wants its position kept. */
	static ProcessedImage keepingLocation(ProcessedImage image, GpsPosition position) {
		ImageMetadata metadata = new ImageMetadata(4000, 3000, 4000, 3000, 1, null, null, null, null, null, position,
				null, null, null, null, null);
		return new ProcessedImage(image.v(), image.jobId(), image.attempt(), image.imageId(), image.owner(),
				image.acceptedAt(), image.runId(), image.recipeVersion(), image.engine(), image.original(),
				image.preview(), image.variants(), metadata, List.of(), image.warnings(), image.filename(),
				image.tags(), null, null, true);
	}

	static ProcessedImage acceptedAt(ProcessedImage image, Instant acceptedAt) {
		return new ProcessedImage(image.v(), image.jobId(), image.attempt(), image.imageId(), image.owner(), acceptedAt,
				image.runId(), image.recipeVersion(), image.engine(), image.original(), image.preview(),
				image.variants(), image.metadata(), image.removed(), image.warnings(), image.filename(), image.tags());
	}

	private StagedVariant staged(String jobId, String runId, Variant variant) {
		String key = ObjectKeys.stagedVariant(jobId, runId, variant.fileName());
		byte[] content = bytes(variant.name());
		this.store.put(key, content, variant.format().contentType());
		return new StagedVariant(variant.name(), variant.format(), key, 300, 200, content.length, SHA256);
	}

	void bury(String imageId, Instant deletedAt) {
		this.store.put(ObjectKeys.tombstone(imageId), bytes("{\"deletedAt\":\"" + deletedAt + "\"}"),
				"application/json");
	}

	/** Returns the keys of everything under the prefixes that publishing writes to. */
	List<String> publishedKeys() {
		return List.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS, ObjectKeys.DOCUMENTS)
			.stream()
			.flatMap(this.store::list)
			.map(ListedObject::key)
			.toList();
	}

	List<String> keysOfRun(String runId) {
		return publishedKeys().stream().filter((key) -> key.contains("/" + runId + "/")).toList();
	}

	static byte[] bytes(String text) {
		return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

	static ImageMetadata metadata() {
		return new ImageMetadata(4000, 3000, 4000, 3000, 1, null, "2026-05-01T10:00:00", true, "Canon", "EOS R5", null,
				null, null, null, null, null);
	}

	@Override
	public void close() {
		this.s3.close();
	}

	/**
	 * The server's own conditional calls, but for a new key, look first and act second.
	 */
	private static final class AtomicStore extends ObjectStore {

		private final Duration slowness;

		AtomicStore(S3Client s3, String bucket, Duration slowness) {
			super(s3, bucket);
			this.slowness = slowness;
		}

		@Override
		public Optional<StoredBytes> find(String key) {
			Optional<StoredBytes> found = super.find(key);
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(this.slowness.toNanos() + 1));
			return found;
		}

		@Override
		public synchronized boolean replace(String key, byte[] content, String contentType, String eTag) {
			return super.replace(key, content, contentType, eTag);
		}

		@Override
		public synchronized boolean delete(String key, String eTag) {
			return super.delete(key, eTag);
		}

	}

}
