package org.imageingest.source.upload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.store.ObjectStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class StagingLineTests {

	@TempDir
	private Path folder;

	private final ObjectStore store = mock();

	private final PhotoStager stager = new PhotoStager(this.store);

	@Test
	void photosComeOutInTheirOrderAndTheirFilesAreGone() throws Exception {
		try (StagingLine line = new StagingLine(this.stager, 4)) {
			List<Path> files = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				ReceivedFile photo = photo();
				files.add(photo.file());
				line.add(photo, i + ".jpg");
			}
			assertThat(line.results()).extracting(StagedPhoto::filename)
				.containsExactly("0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg", "7.jpg", "8.jpg",
						"9.jpg");
			assertThat(files).noneMatch(Files::exists);
		}
	}

	@Test
	void noMoreThanAllowedAreOnTheirWay() throws Exception {
		AtomicInteger atOnce = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		willAnswer((call) -> {
			most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
			Thread.yield();
			atOnce.decrementAndGet();
			return null;
		}).given(this.store).putFile(anyString(), any(), anyString());
		try (StagingLine line = new StagingLine(this.stager, 2)) {
			for (int i = 0; i < 50; i++) {
				line.awaitRoom();
				line.add(photo(), "a.jpg");
			}
			line.results();
		}
		assertThat(most).satisfies((value) -> assertThat(value.get()).isBetween(1, 2));
	}

	@Test
	void aPhotoThatCannotBeStagedStopsTheRequestAndWhatIsStagedGoes() throws Exception {
		willThrow(SdkClientException.create("The store is down")).given(this.store)
			.putFile(anyString(), any(), anyString());
		try (StagingLine line = new StagingLine(this.stager, 4)) {
			ReceivedFile photo = photo();
			line.add(photo, "a.jpg");
			await().untilAsserted(() -> assertThatThrownBy(line::awaitRoom).isInstanceOf(SdkClientException.class));
			assertThatThrownBy(line::results).isInstanceOf(SdkClientException.class);
			assertThat(photo.file()).doesNotExist();
			line.discard();
			verify(this.store, times(1)).delete(anyString());
		}
	}

	private ReceivedFile photo() throws Exception {
		return new ReceivedFile(Files.createTempFile(this.folder, null, null), 3, "0".repeat(64), ImageFormat.JPEG);
	}

}
