package org.imageingest.bulk.reprocess;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.store.ImageDocuments;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Images are read and deleted while they are made anew.
 */
class ReprocessRacesIntegrationTests extends ReprocessTest {

	@Autowired
	private ImageDocuments imageDocuments;

	@Test
	void readersFindAllThatADocumentNamesAtEveryMoment() throws Exception {
		List<ImageDocument> before = imported(10);
		AtomicBoolean done = new AtomicBoolean();
		CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
			int reads = 0;
			while (!done.get()) {
				for (ImageDocument image : before) {
					ImageDocument shown = this.imageDocuments.find(image.imageId()).orElseThrow();
					assertThat(named(shown)).allSatisfy((key) -> assertThat(this.store.find(key)).isPresent());
					reads++;
				}
			}
			return reads;
		});
		JobExecution execution = reprocess();
		done.set(true);
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(reader.get()).isPositive();
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(10, 0, 0, 0));
	}

	@Test
	void imagesThatAreDeletedMeanwhileStayDeleted() throws Exception {
		List<ImageDocument> before = imported(14);
		CompletableFuture<JobExecution> running = inBackground(this::reprocess);
		for (ImageDocument image : before) {
			this.remover.remove(image.imageId(), Instant::now);
		}
		JobExecution execution = running.get();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		ItemCounts counts = countsOf(execution);
		assertThat(counts.present() + counts.skipped()).isZero();
		assertThat(counts.read()).isBetween(2L, 14L);
		assertThat(documents()).isEmpty();
	}

}
