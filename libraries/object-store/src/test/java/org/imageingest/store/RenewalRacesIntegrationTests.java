package org.imageingest.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An image is made anew while the same bytes are uploaded again and it is deleted, in
 * random order and overlap: readers always find all that a document names, no tag is
 * lost, and nothing that was deleted comes back.
 */
class RenewalRacesIntegrationTests {

	private static final int ROUNDS = 12;

	private static final int SPREAD_MILLIS = 40;

	private static final Duration SLOWNESS = Duration.ofMillis(15);

	private static S3TestServer server;

	private static ScheduledExecutorService executor;

	@TempDir
	private Path folder;

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
	void uploadsOfTheSameBytesAndRenewalsLoseNothingOfEachOther(long seed) throws Exception {
		Random random = new Random(seed);
		for (int round = 0; round < ROUNDS; round++) {
			try (StoreFixture fixture = new StoreFixture(server, SLOWNESS)) {
				fixture.publisher.publish(fixture.staged("first"), Source.upload(), () -> true);
				List<Future<PublishOutcome>> all = new ArrayList<>();
				all.add(soon(random, () -> renew(fixture, random)));
				all.add(soon(random, () -> renew(fixture, random)));
				for (String tag : List.of("sea", "sun")) {
					ProcessedImage again = fixture.staged(tag);
					all.add(soon(random, () -> fixture.publisher.publish(again, Source.upload(), () -> true)));
				}
				assertThat(readUntilDone(fixture, all)).isPositive();
				ImageDocument shown = fixture.documents.find(StoreFixture.IMAGE_ID).orElseThrow();
				assertThat(shown.tags()).as("seed " + seed + ", round " + round).containsExactly("first", "sea", "sun");
				assertThat(shown.recipeVersion()).isEqualTo(2);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 3, 4 })
	void anImageThatIsDeletedMeanwhileStaysDeleted(long seed) throws Exception {
		Random random = new Random(seed);
		for (int round = 0; round < ROUNDS; round++) {
			try (StoreFixture fixture = new StoreFixture(server, SLOWNESS)) {
				fixture.publisher.publish(fixture.staged("first"), Source.upload(), () -> true);
				Instant deletedAt = now();
				Future<PublishOutcome> renewal = soon(random, () -> renew(fixture, random));
				Future<Boolean> deletion = soon(random, () -> {
					fixture.remover.remove(StoreFixture.IMAGE_ID, () -> deletedAt);
					return true;
				});
				assertThat(deletion.get()).isTrue();
				assertThat(renewal.get()).isIn(PublishOutcome.PUBLISHED, PublishOutcome.IMAGE_DELETED);
				assertThat(fixture.documents.find(StoreFixture.IMAGE_ID)).as("seed " + seed + ", round " + round)
					.isEmpty();
			}
		}
	}

	/** As the job does: what another writer made outdated is begun anew. */
	private PublishOutcome renew(StoreFixture fixture, Random random) throws Exception {
		Set<String> kept = random.nextBoolean() ? Set.of() : Set.of("web");
		Path files = Files.createTempDirectory(this.folder, "renewal");
		while (true) {
			Optional<ImageDocument> read = fixture.documents.find(StoreFixture.IMAGE_ID);
			if (read.isEmpty()) {
				return PublishOutcome.IMAGE_DELETED;
			}
			try {
				return fixture.renewer.renew(ImageRenewerIntegrationTests.renewal(read.get(), kept, files), () -> true);
			}
			catch (PublishConflictException ex) {
				assertThat(ex).hasMessageContaining(StoreFixture.IMAGE_ID);
			}
		}
	}

	private static int readUntilDone(StoreFixture fixture, List<Future<PublishOutcome>> all) throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		Future<Integer> reader = executor.submit(() -> {
			int reads = 0;
			do {
				ImageDocument document = fixture.documents.find(StoreFixture.IMAGE_ID).orElseThrow();
				assertThat(ImageObjects.named(document)).allMatch(fixture.store::exists);
				reads++;
			}
			while (!done.get());
			return reads;
		});
		for (Future<PublishOutcome> each : all) {
			assertThat(each.get()).isIn(PublishOutcome.PUBLISHED, PublishOutcome.ALREADY_PUBLISHED);
		}
		done.set(true);
		return reader.get();
	}

	private Instant now() {
		return StoreFixture.ACCEPTED_AT.plus(this.ticks.incrementAndGet(), ChronoUnit.MILLIS);
	}

	private static <T> Future<T> soon(Random random, Callable<T> action) {
		return executor.schedule(action, random.nextInt(SPREAD_MILLIS), TimeUnit.MILLISECONDS);
	}

}
