package org.imageingest.engine.portable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.portable.HeapBudget.Room;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HeapBudgetTests {

	private static final ImageHeader PHOTO = new ImageHeader(ImageFormat.JPEG, 1024, 1024);

	/** Room for two such photos of 4 bytes a pixel, not for three. */
	private final HeapBudget budget = new HeapBudget(10 * 1024 * 1024);

	@Test
	void aPhotoThatDoesNotFitBesideOthersWaitsForRoom() throws Exception {
		Room first = this.budget.reserve(PHOTO);
		Room second = this.budget.reserve(PHOTO);
		CompletableFuture<Room> third = reserveInBackground(PHOTO);
		await().during(200, TimeUnit.MILLISECONDS).until(() -> !third.isDone());
		first.close();
		assertThat(third.get(10, TimeUnit.SECONDS)).isNotNull();
		second.close();
	}

	@Test
	void aPhotoLargerThanTheBudgetHasItToItself() throws Exception {
		ImageHeader huge = new ImageHeader(ImageFormat.PNG, 10_000, 10_000);
		try (Room room = this.budget.reserve(huge)) {
			assertThat(room).isNotNull();
			assertThat(reserveInBackground(PHOTO)).isNotDone();
		}
	}

	private CompletableFuture<Room> reserveInBackground(ImageHeader header) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return this.budget.reserve(header);
			}
			catch (java.io.IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		});
	}

}
