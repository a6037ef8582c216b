package org.imageingest.store;

import java.util.List;

import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImagePublisherIntegrationTests {

	private static final Claim STANDS = () -> true;

	private static final GpsPosition POSITION = new GpsPosition(48.25, 11.5);

	private static S3TestServer server;

	private StoreFixture fixture;

	@BeforeAll
	static void startServer() throws Exception {
		server = S3TestServer.start();
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	@BeforeEach
	void newBucket() throws Exception {
		this.fixture = new StoreFixture(server);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void theWishOfOneUploadToKeepTheLocationIsAddedToTheImageAndStays() {
		ProcessedImage first = this.fixture.staged("sea");
		publish(first, STANDS);
		assertThat(document().metadata().gps()).isNull();
		ProcessedImage wanted = StoreFixture.keepingLocation(this.fixture.staged("sun"), POSITION);
		assertThat(publish(wanted, STANDS)).isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
		assertThat(document().metadata().gps()).isEqualTo(POSITION);
		assertThat(document().removed()).doesNotContain("gps");
		assertThat(document().runId()).isEqualTo(first.runId());
		assertThat(document().tags()).containsExactly("sea", "sun");
		assertThat(publish(this.fixture.staged("sea"), STANDS)).isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
		ProcessedImage replacing = this.fixture.stagedWithPreview("ef".repeat(32));
		assertThat(publish(replacing, STANDS)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(document().runId()).isEqualTo(replacing.runId());
		assertThat(document().metadata().gps()).isEqualTo(POSITION);
		assertThat(document().keepsLocation()).isTrue();
	}

	@Test
	void publishesEveryObjectOfTheRunAndTheDocumentThatNamesThem() {
		ProcessedImage image = this.fixture.staged("sea");
		assertThat(publish(image, STANDS)).isEqualTo(PublishOutcome.PUBLISHED);
		ImageDocument document = document();
		assertThat(document.runId()).isEqualTo(image.runId());
		assertThat(document.tags()).containsExactly("sea");
		assertThat(document.metadata()).isEqualTo(StoreFixture.metadata());
		assertThat(document.variants()).extracting(ImageDocument.PublishedVariant::key)
			.containsExactlyElementsOf(List.of("thumbnail.webp", "thumbnail.jpg", "web.webp", "web.jpg")
				.stream()
				.map((file) -> ObjectKeys.variant(image.imageId(), image.runId(), file))
				.toList());
		assertThat(this.fixture.keysOfRun(image.runId())).hasSize(5).contains(document.original().key());
	}

	@Test
	void publishesACopyOfTheOriginalUnderTheDigestOfTheUpload() {
		ProcessedImage image = this.fixture.strippedOriginal(this.fixture.staged());
		assertThat(publish(image, STANDS)).isEqualTo(PublishOutcome.PUBLISHED);
		ImageDocument document = document();
		assertThat(document.sha256()).isEqualTo(StoreFixture.SHA256);
		assertThat(document.original().sha256()).isEqualTo(image.original().sha256());
		assertThat(document.original().bytes()).isEqualTo(4);
		assertThat(document.placeholder()).isEqualTo(image.placeholder());
		assertThat(this.fixture.store.find(document.original().key()).orElseThrow().content()).asString()
			.isEqualTo("copy");
		assertThat(this.fixture.keysOfRun(image.runId())).hasSize(5);
	}

	@Test
	void tellsCachesAndBrowsersWhatEachObjectIs() {
		ProcessedImage image = this.fixture.staged();
		publish(image, STANDS);
		var thumbnail = head(ObjectKeys.variant(image.imageId(), image.runId(), "thumbnail.webp"));
		assertThat(thumbnail.contentType()).isEqualTo("image/webp");
		assertThat(thumbnail.cacheControl()).isEqualTo("public, max-age=86400");
		var original = head(document().original().key());
		assertThat(original.contentType()).isEqualTo("image/jpeg");
		assertThat(original.cacheControl()).startsWith("private");
	}

	@Test
	void findsItsOwnCommitWhenDeliveredAgainEvenWithoutStaging() {
		ProcessedImage image = this.fixture.staged("sea");
		publish(image, STANDS);
		ImageDocument first = document();
		this.fixture.store.deleteAll(ObjectKeys.staging(image.jobId()));
		assertThat(publish(image, () -> false)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(document()).isEqualTo(first);
		assertThat(this.fixture.keysOfRun(image.runId())).hasSize(5);
	}

	@Test
	void unitesTheTagsOfTheSameBytesAndKeepsTheFirstRun() {
		ProcessedImage first = this.fixture.staged("sea", "sun");
		ProcessedImage second = this.fixture.staged("sun", "alps");
		publish(first, STANDS);
		assertThat(publish(second, STANDS)).isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
		assertThat(document().runId()).isEqualTo(first.runId());
		assertThat(document().tags()).containsExactly("alps", "sea", "sun");
		assertThat(this.fixture.keysOfRun(second.runId())).isEmpty();
	}

	@Test
	void leavesATaggedImageAloneWhenTheJobWasCalledOff() {
		publish(this.fixture.staged("sea"), STANDS);
		assertThat(publish(this.fixture.staged("alps"), () -> false)).isEqualTo(PublishOutcome.CLAIM_MISSING);
		assertThat(document().tags()).containsExactly("sea");
	}

	@Test
	void leavesNothingWithoutAClaim() {
		ProcessedImage image = this.fixture.staged();
		assertThat(publish(image, () -> false)).isEqualTo(PublishOutcome.CLAIM_MISSING);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void removesItsRunWhenTheClaimGoesBetweenCopiesAndCommit() {
		ProcessedImage image = this.fixture.staged();
		Claim goesAfterTheCopies = () -> this.fixture.keysOfRun(image.runId()).isEmpty();
		assertThat(publish(image, goesAfterTheCopies)).isEqualTo(PublishOutcome.CLAIM_MISSING);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void doesNotTakeAwayWhatAnotherDeliveryOfTheMessagePublishedMeanwhile() {
		ProcessedImage image = this.fixture.staged();
		Claim goesBecauseTheOtherCompletedTheJob = () -> {
			assertThat(publish(image, STANDS)).isEqualTo(PublishOutcome.PUBLISHED);
			this.fixture.store.deleteAll(ObjectKeys.staging(image.jobId()));
			return false;
		};
		assertThat(publish(image, goesBecauseTheOtherCompletedTheJob)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(document().runId()).isEqualTo(image.runId());
		assertThat(this.fixture.keysOfRun(image.runId())).hasSize(5);
	}

	@Test
	void asksForAnotherTryWhenAStagedObjectIsMissing() {
		ProcessedImage image = this.fixture.staged();
		this.fixture.store.delete(image.variants().getFirst().key());
		assertThatIllegalStateException().isThrownBy(() -> publish(image, STANDS)).withMessageContaining("incomplete");
		assertThat(this.fixture.documents.find(image.imageId())).isEmpty();
	}

	@Test
	void saysCalledOffWhenStagingIsGoneAltogether() {
		ProcessedImage image = this.fixture.staged();
		this.fixture.store.deleteAll(ObjectKeys.staging(image.jobId()));
		Claim looksAtStaging = () -> this.fixture.store.exists(image.original().key());
		assertThat(publish(image, looksAtStaging)).isEqualTo(PublishOutcome.CLAIM_MISSING);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void makesNothingOfAnAnnouncedImageThatVanished() {
		assertThatExceptionOfType(PublishConflictException.class)
			.isThrownBy(() -> publish(withoutVariants(this.fixture.staged()), STANDS));
	}

	@Test
	void unitesTheTagsOfAnImageThatWasFoundPublished() {
		publish(this.fixture.staged("sea"), STANDS);
		assertThat(publish(withoutVariants(this.fixture.staged("alps")), STANDS))
			.isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
		assertThat(document().tags()).containsExactly("alps", "sea");
		assertThat(this.fixture.publishedKeys()).hasSize(6);
	}

	@Test
	void replacesVariantsThatWereMadeWithoutTheNewPreview() {
		publish(this.fixture.staged("sea"), STANDS);
		ImageDocument former = document();
		ProcessedImage withPreview = this.fixture.stagedWithPreview("cd".repeat(32), "alps");
		assertThat(publish(withPreview, STANDS)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(document().runId()).isEqualTo(withPreview.runId());
		assertThat(document().previewSha256()).isEqualTo("cd".repeat(32));
		assertThat(document().preview()).isEqualTo(ObjectKeys.preview(withPreview.imageId(), withPreview.runId()));
		assertThat(this.fixture.store.find(document().preview()).orElseThrow().content())
			.isEqualTo(StoreFixture.bytes("preview"));
		assertThat(head(document().preview()).contentType()).isEqualTo("image/jpeg");
		assertThat(document().tags()).containsExactly("alps", "sea");
		assertThat(document().createdAt()).isEqualTo(former.createdAt());
	}

	@Test
	void keepsVariantsThatWereMadeFromTheSamePreview() {
		ProcessedImage first = this.fixture.stagedWithPreview("cd".repeat(32));
		publish(first, STANDS);
		assertThat(publish(this.fixture.stagedWithPreview("cd".repeat(32)), STANDS))
			.isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
		assertThat(document().runId()).isEqualTo(first.runId());
	}

	private PublishOutcome publish(ProcessedImage image, Claim claim) {
		return this.fixture.publisher.publish(image, Source.upload(), claim);
	}

	private ImageDocument document() {
		return this.fixture.documents.find(StoreFixture.IMAGE_ID).orElseThrow();
	}

	private software.amazon.awssdk.services.s3.model.HeadObjectResponse head(String key) {
		return this.fixture.s3.headObject((request) -> request.bucket(this.fixture.properties.bucket()).key(key));
	}

	private static ProcessedImage withoutVariants(ProcessedImage image) {
		return new ProcessedImage(image.v(), image.jobId(), image.attempt(), image.imageId(), image.owner(),
				image.acceptedAt(), image.runId(), image.recipeVersion(), image.engine(), image.original(), null,
				List.of(), null, List.of(), List.of(), image.filename(), image.tags());
	}

}
