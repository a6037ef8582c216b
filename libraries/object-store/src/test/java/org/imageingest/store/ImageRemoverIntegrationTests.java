package org.imageingest.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import static org.awaitility.Awaitility.await;

class ImageRemoverIntegrationTests {

	private static final String IMAGE = StoreFixture.IMAGE_ID;

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
	void nothingIsLeftOfAnImageButItsMark() {
		publish(this.fixture.stagedWithPreview("cd".repeat(32), "sea"));
		assertThat(this.fixture.publishedKeys()).hasSize(7);
		remove(LATER);
		assertThat(this.fixture.publishedKeys()).isEmpty();
		assertThat(this.fixture.remover.leftAnything(IMAGE)).isFalse();
		assertThat(mark()).isEqualTo("{\"deletedAt\":\"2026-11-22T10:00:02Z\"}");
	}

	@Test
	void otherImagesStay() {
		ProcessedImage other = this.fixture.staged();
		this.fixture.store.put(ObjectKeys.imageRun(IMAGE + "x", "run") + "web.webp", new byte[1], "image/webp");
		publish(other);
		remove(LATER);
		assertThat(this.fixture.publishedKeys()).containsExactly(ObjectKeys.imageRun(IMAGE + "x", "run") + "web.webp");
	}

	@Test
	void anImageOfALaterUploadIsLeftAlone() {
		ProcessedImage later = StoreFixture.acceptedAt(this.fixture.staged(), LATER.plusMillis(1));
		publish(later);
		remove(LATER);
		assertThat(this.fixture.documents.findLiving(IMAGE)).isPresent();
		assertThat(this.fixture.keysOfRun(later.runId())).hasSize(5);
	}

	@Test
	void theRecordOfADeletedImageIsNotLivingEvenWhileItIsThere() {
		publish(this.fixture.staged());
		assertThat(this.fixture.documents.findLiving(IMAGE)).isPresent();
		this.fixture.bury(IMAGE, LATER);
		assertThat(this.fixture.documents.findLiving(IMAGE)).isEmpty();
	}

	@Test
	void anOlderMarkDoesNotReplaceAYoungerOne() {
		remove(LATER);
		remove(LATER.minusSeconds(1));
		assertThat(mark()).contains("10:00:02Z");
		remove(LATER.plusSeconds(1));
		assertThat(mark()).contains("10:00:03Z");
	}

	@Test
	void objectsOfForgottenRunsGoOnceTheyAreOld() {
		ProcessedImage image = this.fixture.staged();
		// A publisher that died before its commit, and a deletion that died after it
		// removed the document.
		new ImageObjects(this.fixture.store).copy(image);
		await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
			remove(Instant.now());
			assertThat(this.fixture.publishedKeys()).isEmpty();
		});
	}

	@Test
	void objectsThatALaterUploadIsWritingStay() {
		ProcessedImage later = StoreFixture.acceptedAt(this.fixture.staged(), LATER.plusSeconds(1));
		BooleanSupplier deletionComesRightBeforeTheCommit = () -> {
			remove(LATER);
			return true;
		};
		assertThat(publish(later, deletionComesRightBeforeTheCommit)).isEqualTo(PublishOutcome.PUBLISHED);
		assertThat(this.fixture.keysOfRun(later.runId())).hasSize(5);
		assertThat(this.fixture.documents.findLiving(IMAGE)).isPresent();
	}

	@Test
	void anUploadThatWasOvertakenRightBeforeItsCommitLeavesNothing() {
		ProcessedImage image = this.fixture.staged();
		BooleanSupplier deletionComesRightBeforeTheCommit = () -> {
			remove(LATER);
			return true;
		};
		assertThat(publish(image, deletionComesRightBeforeTheCommit)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	/** What uniting tags may do where a server looks first and writes second. */
	@Test
	void aDocumentThatCameBackWithoutItsObjectsIsTakenBackByTheNextPublisher() {
		ProcessedImage first = this.fixture.staged("sea");
		publish(first);
		var stored = this.fixture.store.find(ObjectKeys.document(IMAGE)).orElseThrow();
		remove(LATER);
		this.fixture.store.put(ObjectKeys.document(IMAGE), stored.content(), "application/json");
		assertThat(publish(this.fixture.staged("sun"), () -> true)).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void aDocumentIsNotDeletedInPlaceOfTheOneThatWasRead() {
		publish(this.fixture.staged("sea"));
		String eTag = this.fixture.documents.findStored(IMAGE).orElseThrow().eTag();
		publish(this.fixture.staged("sun"));
		assertThat(this.fixture.store.delete(ObjectKeys.document(IMAGE), eTag)).isFalse();
		assertThat(this.fixture.documents.find(IMAGE)).get()
			.satisfies((document) -> assertThat(document.tags()).isEqualTo(List.of("sea", "sun")));
	}

	private void remove(Instant deletedAt) {
		this.fixture.remover.remove(IMAGE, () -> deletedAt);
	}

	private String mark() {
		return new String(this.fixture.store.find(ObjectKeys.tombstone(IMAGE)).orElseThrow().content(),
				java.nio.charset.StandardCharsets.UTF_8);
	}

	private void publish(ProcessedImage image) {
		publish(image, () -> true);
	}

	private PublishOutcome publish(ProcessedImage image, BooleanSupplier claim) {
		return this.fixture.publisher.publish(image, Source.upload(), claim::getAsBoolean);
	}

}
