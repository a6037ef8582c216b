package org.imageingest.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deletions and uploads of one image in random order and overlap: whatever comes first,
 * no document is without its objects, nothing that was deleted comes back, and what was
 * uploaded later stays.
 */
class DeletionRacesIntegrationTests {

	private static final int ROUNDS = 25;

	private static final int SPREAD_MILLIS = 60;

	private static final Duration SLOWNESS = Duration.ofMillis(20);

	private static S3TestServer server;

	private static ScheduledExecutorService executor;

	private final AtomicLong ticks = new AtomicLong();

	@BeforeAll
	static void startServer() throws Exception {
		server = S3TestServer.start();
		executor = Executors.newScheduledThreadPool(8);
	}

	@AfterAll
	static void stopServer() throws Exception {
		executor.shutdownNow();
		server.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void everyRaceEndsAsOneOrderOfItsDeletionsAndUploadsWould(long seed) throws Exception {
		Random random = new Random(seed);
		for (int round = 0; round < ROUNDS; round++) {
			try (StoreFixture fixture = new StoreFixture(server, SLOWNESS)) {
				race(fixture, random, "seed " + seed + ", round " + round);
			}
		}
	}

	private void race(StoreFixture fixture, Random random, String description) throws Exception {
		List<Future<Upload>> uploads = new ArrayList<>();
		List<Future<Deletion>> deletions = new ArrayList<>();
		int uploaders = 1 + random.nextInt(4);
		for (int i = 0; i < uploaders; i++) {
			ProcessedImage staged = fixture.staged("tag" + i);
			boolean dies = random.nextInt(4) == 0;
			uploads.add(soon(random, () -> upload(fixture, staged, dies)));
		}
		int deleters = 1 + random.nextInt(2);
		for (int i = 0; i < deleters; i++) {
			deletions.add(soon(random, () -> delete(fixture)));
		}
		List<Upload> uploaded = results(uploads);
		Deletion last = results(deletions).stream().max(Comparator.comparing(Deletion::deletedAt)).orElseThrow();
		if (random.nextBoolean()) {
			uploaded.add(upload(fixture, fixture.staged("last"), false));
		}
		assertThatOutcomeIsAllowed(fixture, uploaded, last, description);
	}

	private static void assertThatOutcomeIsAllowed(StoreFixture fixture, List<Upload> uploads, Deletion last,
			String description) {
		Optional<ImageDocument> shown = fixture.documents.find(StoreFixture.IMAGE_ID);
		Set<String> allowed = new HashSet<>();
		shown.ifPresent((document) -> {
			assertThat(document.acceptedAt()).as(description).isAfter(last.deletedAt());
			allowed.addAll(ImageObjects.named(document));
			allowed.add(ObjectKeys.document(document.imageId()));
		});
		assertThat(fixture.publishedKeys()).as(description).containsExactlyInAnyOrderElementsOf(allowed);
		for (Upload upload : uploads) {
			boolean isLater = upload.acceptedAt().isAfter(last.deletedAt());
			boolean isAfterTheAnswer = upload.acceptedAt().isAfter(last.answeredAt());
			if (isAfterTheAnswer || (isLater && upload.outcome() == PublishOutcome.PUBLISHED)) {
				assertThat(shown).as(description).isPresent();
			}
			if (isLater) {
				assertThat(upload.outcome()).as(description)
					.isIn(PublishOutcome.PUBLISHED, PublishOutcome.ALREADY_PUBLISHED);
			}
		}
		assertThat(new String(fixture.store.find(ObjectKeys.tombstone(StoreFixture.IMAGE_ID)).orElseThrow().content(),
				java.nio.charset.StandardCharsets.UTF_8))
			.as(description)
			.contains(last.deletedAt().toString());
	}

	private Upload upload(StoreFixture fixture, ProcessedImage staged, boolean dies) {
		ProcessedImage image = StoreFixture.acceptedAt(staged, now());
		AtomicBoolean dying = new AtomicBoolean(dies);
		Claim claim = () -> {
			if (dying.getAndSet(false)) {
				throw new IllegalStateException("Killed right before the commit");
			}
			return true;
		};
		try {
			return new Upload(image.acceptedAt(), fixture.publisher.publish(image, Source.upload(), claim));
		}
		catch (IllegalStateException ex) {
			// The broker delivers it again.
			return new Upload(image.acceptedAt(), fixture.publisher.publish(image, Source.upload(), claim));
		}
	}

	private Deletion delete(StoreFixture fixture) {
		Instant deletedAt = now();
		fixture.remover.remove(StoreFixture.IMAGE_ID, () -> deletedAt);
		return new Deletion(deletedAt, now());
	}

	/** The database's clock: no two things happen at one time. */
	private Instant now() {
		return StoreFixture.ACCEPTED_AT.plus(this.ticks.incrementAndGet(), ChronoUnit.MILLIS);
	}

	private static <T> Future<T> soon(Random random, Callable<T> action) {
		return executor.schedule(action, random.nextInt(SPREAD_MILLIS), TimeUnit.MILLISECONDS);
	}

	private static <T> List<T> results(List<Future<T>> futures) throws Exception {
		List<T> results = new ArrayList<>();
		for (Future<T> future : futures) {
			results.add(future.get());
		}
		return results;
	}

	private record Upload(Instant acceptedAt, PublishOutcome outcome) {
	}

	private record Deletion(Instant deletedAt, Instant answeredAt) {
	}

}
