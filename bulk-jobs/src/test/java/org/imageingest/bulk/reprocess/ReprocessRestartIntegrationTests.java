package org.imageingest.bulk.reprocess;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.imageingest.bulk.launch.Jobs;
import org.imageingest.bulk.lease.LeaseHeldException;
import org.imageingest.bulk.lease.StopRequest;
import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.model.storage.ImageDocument;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Chunks are of two images. */
class ReprocessRestartIntegrationTests extends ReprocessTest {

	/** Enough for a job to be under way still while somebody looks at it. */
	private static final int MANY = 40;

	@Autowired
	private StopRequest stop;

	@Autowired
	private Jobs jobs;

	/** Those of the third chunk are replaced, and not made once more. */
	@Test
	void aFailureLosesNothingAndDoublesNothing() throws Exception {
		imported(9);
		JobExecution failed = failAtTheThirdChunk(this::reprocess);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(countsOf(failed)).isEqualTo(new ItemCounts(4, 0, 0, 0));
		List<ImageDocument> uncounted = inOrder().subList(4, 6);
		assertThat(uncounted).extracting(ImageDocument::runId)
			.allMatch((run) -> run.startsWith(prefix(failed) + failed.getId() + "-"));
		JobExecution done = reprocess();
		assertThat(done.getJobInstance().getId()).isEqualTo(failed.getJobInstance().getId());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(inOrder().subList(4, 6)).isEqualTo(uncounted);
		assertAllAreMadeAnewOnce(done, 9);
	}

	/** Its document was replaced, and that was not counted yet. */
	@Test
	void anImageDeletedBeforeTheRestartIsNotListedAnyMore() throws Exception {
		List<ImageDocument> before = imported(7);
		failAtTheThirdChunk(this::reprocess);
		this.remover.remove(before.get(5).imageId(), Instant::now);
		JobExecution done = reprocess();
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(6, 0, 0, 0));
		assertThat(inOrder()).hasSize(6);
	}

	@RepeatedTest(3)
	void aStopEndsAfterTheChunkAndTheSameCommandGoesOn() throws Exception {
		imported(MANY);
		CompletableFuture<JobExecution> running = inBackground(this::reprocess);
		this.stop.request();
		JobExecution stopped = running.get();
		assertThat(stopped.getStatus()).isIn(BatchStatus.STOPPED, BatchStatus.COMPLETED);
		assertAllAreMadeAnewOnce((stopped.getStatus() == BatchStatus.STOPPED) ? reprocess() : stopped, MANY);
	}

	@RepeatedTest(2)
	void aStopFromOutsideIsSeenWithTheNextCommit() throws Exception {
		imported(MANY);
		CompletableFuture<JobExecution> running = inBackground(this::reprocess);
		this.jobs.requestStop(this.jobs.lastExecutions(1).getFirst().getId());
		assertThat(running.get().getStatus()).isEqualTo(BatchStatus.STOPPED);
		assertAllAreMadeAnewOnce(reprocess(), MANY);
	}

	@Test
	void aSecondLauncherIsRefusedWithTheNameOfTheFirst() throws Exception {
		imported(MANY);
		CompletableFuture<JobExecution> running = inBackground(this::reprocess);
		assertThatExceptionOfType(LeaseHeldException.class).isThrownBy(this::reprocess)
			.withMessageContaining("process " + ProcessHandle.current().pid());
		assertThat(running.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	void whoeverLostTheLeaseCommitsNothingAndStops() throws Exception {
		imported(MANY);
		CompletableFuture<JobExecution> running = inBackground(this::reprocess);
		this.jdbc.sql("update bulk_lease set holder = 'another' where holder is not null").update();
		long committed = readCounts();
		JobExecution lost = running.get();
		assertThat(lost.getStatus()).isIn(BatchStatus.FAILED, BatchStatus.STOPPED);
		assertThat(countsOf(lost).read()).isBetween(committed, committed + 2);
		this.jdbc.sql("update bulk_lease set expires_at = current_timestamp - interval '1' second").update();
		assertAllAreMadeAnewOnce(reprocess(), MANY);
	}

	private void assertAllAreMadeAnewOnce(JobExecution done, int images) {
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(images, 0, 0, 0));
		assertThat(documents()).hasSize(images)
			.allSatisfy((document) -> assertThat(document.runId()).startsWith(prefix(done)));
		// The first set, the second, and the original that stays.
		assertThat(objects()).hasSize(9 * images);
		assertEveryNameLeadsToAnObject();
	}

	private static String prefix(JobExecution execution) {
		return "b" + execution.getJobInstance().getId() + "-";
	}

}
