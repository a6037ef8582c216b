package org.imageingest.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentPublishingIntegrationTests {

	private static final int UPLOADS = 8;

	private static S3TestServer server;

	@BeforeAll
	static void startServer() throws Exception {
		server = S3TestServer.start();
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	@RepeatedTest(3)
	void oneOfManyUploadsOfTheSameBytesIsPublishedAndTheOthersLeaveNothing() throws Exception {
		try (StoreFixture fixture = new StoreFixture(server)) {
			List<ProcessedImage> images = IntStream.range(0, UPLOADS)
				.mapToObj((i) -> fixture.staged("tag" + i))
				.toList();
			List<PublishOutcome> outcomes = publishAtOnce(fixture, images);
			assertThat(outcomes).containsOnlyOnce(PublishOutcome.PUBLISHED)
				.filteredOn((outcome) -> outcome == PublishOutcome.ALREADY_PUBLISHED)
				.hasSize(UPLOADS - 1);
			String winner = images.get(outcomes.indexOf(PublishOutcome.PUBLISHED)).runId();
			assertThat(fixture.documents.find(StoreFixture.IMAGE_ID)).get()
				.satisfies((document) -> assertThat(document.runId()).isEqualTo(winner))
				.satisfies((document) -> assertThat(document.tags()).hasSize(UPLOADS));
			assertThat(fixture.publishedKeys()).hasSize(6)
				.contains(ObjectKeys.document(StoreFixture.IMAGE_ID))
				.containsAll(fixture.keysOfRun(winner));
		}
	}

	@RepeatedTest(2)
	void twoDeliveriesOfOneMessageEndWithTheSameImage() throws Exception {
		try (StoreFixture fixture = new StoreFixture(server)) {
			ProcessedImage image = fixture.staged("sea");
			assertThat(publishAtOnce(fixture, List.of(image, image))).containsOnly(PublishOutcome.PUBLISHED);
			assertThat(fixture.publishedKeys()).hasSize(6);
		}
	}

	private static List<PublishOutcome> publishAtOnce(StoreFixture fixture, List<ProcessedImage> images)
			throws Exception {
		CyclicBarrier start = new CyclicBarrier(images.size());
		List<Callable<PublishOutcome>> publications = images.stream().<Callable<PublishOutcome>>map((image) -> () -> {
			start.await();
			return fixture.publisher.publish(image, Source.upload(), () -> true);
		}).toList();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			return executor.invokeAll(publications).stream().map(Future::resultNow).toList();
		}
	}

}
