package org.imageingest.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

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

class ImageSweepIntegrationTests {

	private static final String IMAGE = StoreFixture.IMAGE_ID;

	private static final Predicate<String> NOBODY = (imageId) -> false;

	/** As if all that is there now had been written long ago. */
	private static final Instant ALL_IS_OLD = Instant.now().plus(Duration.ofDays(1));

	private static S3TestServer server;

	private StoreFixture fixture;

	private ImageSweep sweep;

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
		this.sweep = new ImageSweep(this.fixture.store, this.fixture.documents);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whatAKilledPublisherLeftGoesAndWhatTheDocumentNamesStays() {
		ProcessedImage shown = this.fixture.stagedWithPreview("cd".repeat(32));
		publish(shown);
		ProcessedImage killed = this.fixture.staged();
		new ImageObjects(this.fixture.store).copy(killed);
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, false)).hasSize(5).allMatch((key) -> key.contains(killed.runId()));
		assertThat(this.fixture.keysOfRun(killed.runId())).as("that was only told").hasSize(5);
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, true)).hasSize(5);
		assertThat(this.fixture.keysOfRun(killed.runId())).isEmpty();
		assertThat(this.fixture.keysOfRun(shown.runId())).hasSize(6);
		assertThat(this.fixture.documents.find(IMAGE)).isPresent();
	}

	@Test
	void objectsWithoutADocumentGoOnceTheyAreOld() {
		new ImageObjects(this.fixture.store).copy(this.fixture.staged());
		assertThat(sweepAll(Instant.now().minus(Duration.ofHours(1)), NOBODY, true)).isEmpty();
		assertThat(this.fixture.publishedKeys()).hasSize(5);
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, true)).hasSize(5);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void objectsOfAnImageInHandStayHoweverOld() {
		new ImageObjects(this.fixture.store).copy(this.fixture.staged());
		assertThat(sweepAll(ALL_IS_OLD, IMAGE::equals, true)).isEmpty();
	}

	/** Whoever has just read the former document still fetches what it names. */
	@Test
	void formerObjectsStayWhileTheDocumentThatReplacedThemIsYoung() {
		ProcessedImage former = this.fixture.staged();
		publish(former);
		Instant next = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
		await().pollInterval(Duration.ofMillis(50)).until(() -> Instant.now().isAfter(next));
		// What a reprocessing that was killed before it removed the former run leaves.
		var stored = this.fixture.documents.findStored(IMAGE).orElseThrow();
		String other = ObjectKeys.imageRun(IMAGE, "other") + "web.webp";
		this.fixture.store.put(ObjectKeys.document(IMAGE),
				new String(this.fixture.store.find(ObjectKeys.document(IMAGE)).orElseThrow().content(),
						java.nio.charset.StandardCharsets.UTF_8)
					.replace(ObjectKeys.imageRun(IMAGE, former.runId()) + "web.webp", other)
					.getBytes(java.nio.charset.StandardCharsets.UTF_8),
				"application/json");
		assertThat(stored.writtenAt()).isBefore(next);
		assertThat(sweepAll(next, NOBODY, true)).isEmpty();
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, true))
			.containsExactly(ObjectKeys.imageRun(IMAGE, former.runId()) + "web.webp");
	}

	@Test
	void whatIsCommittedWhileItIsLookedAtIsNamed() {
		ProcessedImage image = this.fixture.staged();
		new ImageObjects(this.fixture.store).copy(image);
		AtomicBoolean published = new AtomicBoolean();
		Predicate<String> endsRightAfterTheListing = (imageId) -> {
			if (published.compareAndSet(false, true)) {
				publish(image);
			}
			return false;
		};
		assertThat(sweepAll(ALL_IS_OLD, endsRightAfterTheListing, true)).isEmpty();
		assertThat(this.fixture.keysOfRun(image.runId())).hasSize(5);
	}

	@Test
	void whatWasLeftOfADeletedImageGoesAndItsMarkStays() {
		new ImageObjects(this.fixture.store).copy(this.fixture.staged());
		this.fixture.bury(IMAGE, StoreFixture.ACCEPTED_AT);
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, true)).hasSize(5);
		assertThat(this.fixture.store.exists(ObjectKeys.tombstone(IMAGE))).isTrue();
	}

	@Test
	void keysThatAreNoneOfOursAreLeftAlone() {
		List<String> foreign = List.of("images/logo.png", "images/press/2026/a.jpg", "images/img_a/b/c/d.jpg",
				"originals/notes.txt");
		foreign.forEach((key) -> this.fixture.store.put(key, new byte[1], "image/png"));
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, true)).isEmpty();
		assertThat(this.fixture.publishedKeys()).containsExactlyInAnyOrderElementsOf(foreign);
	}

	@Test
	void pagesCoverBothPrefixesAndEnd() {
		for (int i = 0; i < 7; i++) {
			this.fixture.store.put("images/img_" + i + "/run/web.webp", new byte[1], "image/webp");
			this.fixture.store.put("originals/img_" + i + "/run/original.jpg", new byte[1], "image/jpeg");
		}
		assertThat(sweepAll(ALL_IS_OLD, NOBODY, true)).hasSize(14);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	/** Three objects a page. */
	private List<String> sweepAll(Instant before, Predicate<String> inHand, boolean remove) {
		List<String> removed = new ArrayList<>();
		String position = null;
		do {
			SweptPage page = this.sweep.sweep(position, 3, before, inHand, remove);
			removed.addAll(page.removed());
			position = page.next();
		}
		while (position != null);
		return removed;
	}

	private void publish(ProcessedImage image) {
		assertThat(this.fixture.publisher.publish(image, Source.upload(), () -> true))
			.isEqualTo(PublishOutcome.PUBLISHED);
	}

}
