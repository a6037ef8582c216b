package org.imageingest.store;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A deletion wins over every job that was accepted before it, at whatever moment it
 * comes.
 */
class DeletedImagesIntegrationTests {

	private static final Instant LATER = StoreFixture.ACCEPTED_AT.plusSeconds(2);

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
	void publishesNothingThatWasDeletedBefore() {
		ProcessedImage image = this.fixture.staged();
		this.fixture.bury(image.imageId(), LATER);
		assertThat(publish(image, () -> true)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void countsADeletionAtTheVeryInstantOfAcceptance() {
		ProcessedImage image = this.fixture.staged();
		this.fixture.bury(image.imageId(), image.acceptedAt());
		assertThat(publish(image, () -> true)).isEqualTo(PublishOutcome.IMAGE_DELETED);
	}

	@Test
	void publishesWhatWasUploadedAgainAfterADeletion() {
		ProcessedImage image = this.fixture.staged();
		this.fixture.bury(image.imageId(), image.acceptedAt().minusMillis(1));
		assertThat(publish(image, () -> true)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(this.fixture.publishedKeys()).hasSize(6);
	}

	@Test
	void takesBackWhatItCommittedWhileTheImageWasDeleted() {
		ProcessedImage image = this.fixture.staged();
		BooleanSupplier deletionComesRightBeforeTheCommit = () -> {
			if (!this.fixture.keysOfRun(image.runId()).isEmpty()) {
				this.fixture.bury(image.imageId(), LATER);
			}
			return true;
		};
		assertThat(publish(image, deletionComesRightBeforeTheCommit)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	/** The commit of a killed publisher may slip in after the deletion has looked. */
	@Test
	void takesBackTheCommitOfAnEarlierDeliveryThatOutlivedTheDeletion() {
		ProcessedImage image = this.fixture.staged();
		publish(image, () -> true);
		this.fixture.bury(image.imageId(), LATER);
		assertThat(publish(image, () -> true)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void leavesALaterUploadAloneWhenAnOlderJobFindsTheTombstone() {
		ProcessedImage older = this.fixture.staged();
		this.fixture.bury(older.imageId(), LATER);
		ProcessedImage later = StoreFixture.acceptedAt(this.fixture.staged("again"), LATER.plusSeconds(1));
		assertThat(publish(later, () -> true)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(publish(older, () -> true)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.documents.find(later.imageId())).get()
			.satisfies((document) -> assertThat(document.runId()).isEqualTo(later.runId()))
			.satisfies((document) -> assertThat(document.tags()).containsExactly("again"));
		assertThat(this.fixture.keysOfRun(later.runId())).hasSize(5);
		assertThat(this.fixture.store.exists(ObjectKeys.tombstone(later.imageId()))).isTrue();
	}

	@Test
	void doesNotJoinAnImageWhosePublisherDiedBeforeItSawTheDeletion() {
		ProcessedImage older = this.fixture.staged("old");
		publish(older, () -> true);
		this.fixture.bury(older.imageId(), LATER);
		ProcessedImage later = StoreFixture.acceptedAt(this.fixture.staged("again"), LATER.plusSeconds(1));
		assertThat(publish(later, () -> true)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(publish(older, () -> true)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.documents.find(later.imageId())).get()
			.satisfies((document) -> assertThat(document.runId()).isEqualTo(later.runId()))
			.satisfies((document) -> assertThat(document.tags()).containsExactly("again"));
		assertThat(this.fixture.keysOfRun(older.runId())).isEmpty();
	}

	private PublishOutcome publish(ProcessedImage image, BooleanSupplier claim) {
		return this.fixture.publisher.publish(image, Source.upload(), claim::getAsBoolean);
	}

}
