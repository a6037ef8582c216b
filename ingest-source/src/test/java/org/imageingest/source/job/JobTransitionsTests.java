package org.imageingest.source.job;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobTransitionsTests {

	private static final Problem PROBLEM = Problem.of(ProblemType.CORRUPT_IMAGE, "The scan ends early");

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = new JobRepository(this.database.jdbc, this.database.json);

	private final JobTransitions transitions = new JobTransitions(this.database.jdbc, this.database.json);

	@BeforeEach
	void acceptJob() {
		this.jobs.add(JobDatabase.newJob("job_1"));
	}

	@Test
	void acceptedJobWaitsInTheQueueOnItsFirstAttempt() {
		Job job = job();
		assertThat(job.state()).isEqualTo(JobState.PROCESSING);
		assertThat(job.stage()).isEqualTo(JobStage.QUEUED);
		assertThat(job.progress()).isEqualTo(10);
		assertThat(job.attempt()).isEqualTo(1);
		assertThat(job.tags()).containsExactly("sea", "sun");
		assertThat(job.toMessage().acceptedAt()).isEqualTo(job.acceptedAt());
	}

	@Test
	void everyAttemptBringsThePreviewOfTheClient() {
		PreviewObject preview = new PreviewObject("staging/job_2/preview", 5, "1".repeat(64));
		NewJob bare = JobDatabase.newJob("job_2");
		NewJob job = new NewJob(bare.jobId(), bare.imageId(), bare.owner(), bare.original(), preview, bare.filename(),
				bare.tags(), false);
		assertThat(job.toMessage(this.jobs.add(job)).preview()).isEqualTo(preview);
		assertThat(this.jobs.find("job_2").orElseThrow().toMessage().preview()).isEqualTo(preview);
		assertThat(job().toMessage().preview()).isNull();
	}

	@Test
	void everyAttemptKeepsTheWishForTheLocation() {
		NewJob bare = JobDatabase.newJob("job_2");
		NewJob job = new NewJob(bare.jobId(), bare.imageId(), bare.owner(), bare.original(), null, bare.filename(),
				bare.tags(), true);
		assertThat(job.toMessage(this.jobs.add(job)).keepsLocation()).isTrue();
		assertThat(this.jobs.find("job_2").orElseThrow().toMessage().keepsLocation()).isTrue();
		assertThat(job().toMessage().keepLocation()).isNull();
	}

	@Test
	void progressOnlyRises() {
		assertThat(progress(1, JobStage.GENERATING_VARIANTS)).isTrue();
		assertThat(progress(1, JobStage.EXTRACTING_METADATA)).isFalse();
		assertThat(job().stage()).isEqualTo(JobStage.GENERATING_VARIANTS);
	}

	@Test
	void reportsOfAnotherAttemptDoNotCount() {
		assertThat(progress(2, JobStage.UPLOADING)).isFalse();
		assertThat(this.transitions.fail("job_1", 2, PROBLEM, true)).isFalse();
		assertThat(job().state()).isEqualTo(JobState.PROCESSING);
	}

	@ParameterizedTest
	@EnumSource(JobState.class)
	void completionWinsOverEveryStateAndStays(JobState state) {
		put(state);
		this.transitions.complete("job_1");
		assertThat(job().state()).isEqualTo(JobState.COMPLETED);
		assertThat(job().problem()).isNull();
		assertThat(this.transitions.fail("job_1", 1, PROBLEM, false)).isFalse();
		assertThat(this.transitions.loseStaging("job_1", PROBLEM)).isFalse();
		assertThat(this.transitions.cancelled("job_1")).isFalse();
		assertThat(this.transitions.imageDeleted("job_1")).isFalse();
		assertThat(job().state()).isEqualTo(JobState.COMPLETED);
	}

	@Test
	void failureKeepsItsProblem() {
		assertThat(this.transitions.fail("job_1", 1, PROBLEM, true)).isTrue();
		assertThat(job().state()).isEqualTo(JobState.FAILED);
		assertThat(job().problem()).isEqualTo(PROBLEM);
		assertThat(job().retryable()).isTrue();
	}

	@Test
	void failureWhileCancellingEndsCancelled() {
		put(JobState.CANCELLING);
		assertThat(this.transitions.fail("job_1", 1, PROBLEM, true)).isTrue();
		assertThat(job().state()).isEqualTo(JobState.CANCELLED);
		assertThat(job().retryable()).isFalse();
		assertThat(job().problem()).isNull();
	}

	@Test
	void deletedImageEndsTheJobCancelledWithItsReason() {
		assertThat(this.transitions.imageDeleted("job_1")).isTrue();
		assertThat(job().state()).isEqualTo(JobState.CANCELLED);
		assertThat(job().detail()).isEqualTo("image-deleted");
	}

	@Test
	void stagedBytesOfRetryableFailuresAreKept() {
		this.transitions.fail("job_1", 1, PROBLEM, true);
		assertThat(this.jobs.toClean(10)).isEmpty();
		assertThat(this.transitions.cleanAgain("job_1")).isFalse();
	}

	@Test
	void stagedBytesOfEndedJobsAreCleanedOnceAndAgainOnDemand() {
		assertThat(this.jobs.toClean(10)).isEmpty();
		this.transitions.complete("job_1");
		assertThat(this.jobs.toClean(10)).containsExactly("job_1");
		assertThat(this.transitions.cleaned("job_1")).isTrue();
		assertThat(this.jobs.toClean(10)).isEmpty();
		assertThat(this.transitions.cleanAgain("job_1")).isTrue();
		assertThat(this.jobs.toClean(10)).containsExactly("job_1");
	}

	@Test
	void anotherOwnersJobIsNotThere() {
		assertThat(this.jobs.find("job_1", "anna")).isPresent();
		assertThat(this.jobs.find("job_1", "ben")).isEmpty();
	}

	private boolean progress(int attempt, JobStage stage) {
		return this.transitions.progress("job_1", attempt, stage, stage.progress());
	}

	private void put(JobState state) {
		this.database.jdbc.sql("update job set status = ?").param(state.code()).update();
	}

	private Job job() {
		return this.jobs.find("job_1").orElseThrow();
	}

}
