package org.imageingest.bulk.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.bulk.lease.LeaseHeldException;
import org.imageingest.bulk.lease.StopRequest;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class RestartIntegrationTests extends BulkJobsTest {

	/** Enough for a job to be under way still while somebody looks at it. */
	private static final int MANY = 40;

	@Autowired
	private StopRequest stop;

	@Autowired
	private Jobs jobs;

	/** Chunks are of two photos: a failure at the fifth leaves four. */
	@Test
	void aFailureLosesNothingAndDoublesNothing() throws Exception {
		for (int i = 1; i <= 9; i++) {
			photo(i + ".jpg");
		}
		JobExecution failed = failAtTheThirdChunk();
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(countsOf(failed)).isEqualTo(new ItemCounts(4, 0, 0, 0));
		JobExecution done = this.launcher.launch(parameters());
		assertThat(done.getJobInstance().getId()).isEqualTo(failed.getJobInstance().getId());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(9, 0, 0, 0));
		assertThat(documents()).hasSize(9)
			.allSatisfy((document) -> assertThat(document.source().jobInstanceId())
				.isEqualTo(done.getJobInstance().getId()));
		assertNothingIsLeftOver();
	}

	private JobExecution failAtTheThirdChunk() throws Exception {
		return failAtTheThirdChunk(() -> this.launcher.launch(parameters()));
	}

	@Test
	void filesBehindTheCursorComeInAndThoseBeforeItWaitForTheNextRun() throws Exception {
		for (int i = 1; i <= 6; i++) {
			photo(i + ".jpg");
		}
		failAtTheThirdChunk();
		photo("0.jpg");
		photo("7.jpg");
		JobExecution done = this.launcher.launch(parameters());
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(7, 0, 0, 0));
		JobExecution next = this.launcher.launch(parameters());
		assertThat(countsOf(next)).isEqualTo(new ItemCounts(1, 7, 0, 0));
	}

	/** As if it had been killed between storing the objects and the document. */
	@Test
	void whatAnEarlierExecutionLeftWithoutADocumentIsRemoved() throws Exception {
		for (int i = 1; i <= 6; i++) {
			photo(i + ".jpg");
		}
		failAtTheThirdChunk();
		List<ImageDocument> uncounted = documents().stream()
			.sorted(Comparator.comparing(ImageDocument::createdAt))
			.skip(4)
			.toList();
		assertThat(uncounted).isNotEmpty();
		uncounted.forEach((document) -> this.store.delete(ObjectKeys.document(document.imageId())));
		JobExecution done = this.launcher.launch(parameters());
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(6, 0, 0, 0));
		assertNothingIsLeftOver();
	}

	@RepeatedTest(3)
	void aStopEndsAfterTheChunkAndTheSameCommandGoesOn() throws Exception {
		for (int i = 1; i <= MANY; i++) {
			photo(i + ".jpg");
		}
		CompletableFuture<JobExecution> running = launchInBackground();
		this.stop.request();
		JobExecution stopped = running.get();
		assertThat(stopped.getStatus()).isIn(BatchStatus.STOPPED, BatchStatus.COMPLETED);
		assertThat(countsOf(stopped).read()).isPositive();
		if (stopped.getStatus() == BatchStatus.STOPPED) {
			JobExecution done = this.launcher.launch(parameters());
			assertThat(done.getJobInstance().getId()).isEqualTo(stopped.getJobInstance().getId());
			assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
		assertThat(countsOf(stopped)).isEqualTo(new ItemCounts(MANY, 0, 0, 0));
		assertThat(documents()).hasSize(MANY);
		assertNothingIsLeftOver();
	}

	@RepeatedTest(3)
	void aStopFromOutsideIsSeenWithTheNextCommit() throws Exception {
		for (int i = 1; i <= MANY; i++) {
			photo(i + ".jpg");
		}
		CompletableFuture<JobExecution> running = launchInBackground();
		long id = this.jobs.lastExecutions(1).getFirst().getId();
		this.jobs.requestStop(id);
		JobExecution stopped = running.get();
		assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
		JobExecution done = this.launcher.launch(parameters());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(MANY, 0, 0, 0));
		assertNothingIsLeftOver();
	}

	@Test
	@Tag("faults")
	void twentyStopsOfOneImportLoseNothing() throws Exception {
		for (int i = 1; i <= 120; i++) {
			photo("%03d.jpg".formatted(i));
		}
		for (int round = 1; round <= 20; round++) {
			long before = sumOfReads();
			CompletableFuture<JobExecution> running = launchInBackground();
			await().atMost(Duration.ofSeconds(20))
				.pollInterval(Duration.ofMillis(5))
				.until(() -> sumOfReads() > before);
			if (round % 2 == 0) {
				this.stop.request();
			}
			else {
				this.jobs.requestStop(this.jobs.lastExecutions(1).getFirst().getId());
			}
			assertThat(running.get().getStatus()).isEqualTo(BatchStatus.STOPPED);
		}
		JobExecution done = this.launcher.launch(parameters());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(120, 0, 0, 0));
		assertThat(this.repository.getJobExecutions(done.getJobInstance())).hasSize(21);
		assertNothingIsLeftOver();
	}

	@Test
	void aSecondLauncherIsRefusedWithTheNameOfTheFirst() throws Exception {
		for (int i = 1; i <= MANY; i++) {
			photo(i + ".jpg");
		}
		CompletableFuture<JobExecution> running = launchInBackground();
		assertThatExceptionOfType(LeaseHeldException.class).isThrownBy(() -> this.launcher.launch(parameters()))
			.withMessageContaining("process " + ProcessHandle.current().pid())
			.withMessageContaining("its turn ends at");
		assertThat(running.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	void whoeverLostTheLeaseCommitsNothingAndStops() throws Exception {
		for (int i = 1; i <= MANY; i++) {
			photo(i + ".jpg");
		}
		CompletableFuture<JobExecution> running = launchInBackground();
		this.jdbc.sql("update bulk_lease set holder = 'another' where holder is not null").update();
		long committed = readCounts();
		JobExecution lost = running.get();
		assertThat(lost.getStatus()).isIn(BatchStatus.FAILED, BatchStatus.STOPPED);
		assertThat(countsOf(lost).read()).isBetween(committed, committed + 2);
		this.jdbc.sql("update bulk_lease set expires_at = current_timestamp - interval '1' second").update();
		JobExecution done = this.launcher.launch(parameters());
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(MANY, 0, 0, 0));
		assertNothingIsLeftOver();
	}

	@Test
	void anExecutionInAnUnknownStateGoesOn() throws Exception {
		for (int i = 1; i <= 5; i++) {
			photo(i + ".jpg");
		}
		JobExecution failed = failAtTheThirdChunk();
		this.jdbc.sql("update batch_step_execution set status = 'UNKNOWN' where job_execution_id = :id")
			.param("id", failed.getId())
			.update();
		this.jdbc.sql("update batch_job_execution set status = 'UNKNOWN' where job_execution_id = :id")
			.param("id", failed.getId())
			.update();
		JobExecution done = this.launcher.launch(parameters());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(5, 0, 0, 0));
	}

	private CompletableFuture<JobExecution> launchInBackground() {
		return inBackground(() -> this.launcher.launch(parameters()));
	}

	private long sumOfReads() {
		return this.jdbc.sql("select coalesce(sum(read_count), 0) from batch_step_execution")
			.query(Long.class)
			.single();
	}

}
