package org.imageingest.source.event;

import java.time.Instant;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.store.ObjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class JobEventApplierTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final ObjectStore store = mock(ObjectStore.class);

	private final JobEventApplier applier = new JobEventApplier(this.jobs, JobRepositories.transitionsOf(this.database),
			new ProcessingTimes(this.database.jdbc), this.store);

	@BeforeEach
	void acceptJob() {
		this.jobs.add(JobDatabase.newJob("job_1"));
	}

	@Test
	void eventsInAnyOrderAndTwiceLeadToTheSameEnd() {
		JobMessage message = job().toMessage();
		JobEvent completed = JobEvent.completed(message, NOW);
		this.applier.apply(JobEvent.progress(message, JobStage.UPLOADING, NOW));
		this.applier.apply(completed);
		this.applier.apply(completed);
		this.applier.apply(JobEvent.progress(message, JobStage.EXTRACTING_METADATA, NOW));
		this.applier.apply(JobEvent.failed(message, JobStage.UPLOADING, NOW,
				Problem.of(ProblemType.PROCESSING_FAILED, "late"), true));
		assertThat(job().state()).isEqualTo(JobState.COMPLETED);
		assertThat(job().progress()).isEqualTo(100);
	}

	@Test
	void aMissingClaimOfACancellingJobEndsItCancelled() {
		this.database.jdbc.sql("update job set status = 'cancelling'").update();
		this.applier.apply(claimMissing());
		assertThat(job().state()).isEqualTo(JobState.CANCELLED);
	}

	@Test
	void aMissingClaimOfAnEndedJobHasItsStagingCleanedAgain() {
		this.database.jdbc.sql("update job set status = 'completed', staging_cleaned = true").update();
		this.applier.apply(claimMissing());
		assertThat(job().state()).isEqualTo(JobState.COMPLETED);
		assertThat(this.jobs.toClean(10)).containsExactly("job_1");
	}

	@Test
	void whateverIsReportedAfterTheEndHasStagingCleanedAgain() {
		JobMessage message = job().toMessage();
		for (JobEvent late : java.util.List.of(JobEvent.imageDeleted(message, NOW), JobEvent.failed(message,
				JobStage.GENERATING_VARIANTS, NOW, Problem.of(ProblemType.PROCESSING_FAILED, "late"), true))) {
			this.database.jdbc.sql("update job set status = 'cancelled', staging_cleaned = true").update();
			this.applier.apply(late);
			assertThat(job().state()).isEqualTo(JobState.CANCELLED);
			assertThat(this.jobs.toClean(10)).containsExactly("job_1");
		}
	}

	@Test
	void aMissingClaimOfARunningJobFailsIt() {
		given(this.store.exists("staging/job_1/original")).willReturn(false);
		this.applier.apply(claimMissing());
		assertThat(job().state()).isEqualTo(JobState.FAILED);
		assertThat(job().problem().type()).isEqualTo("/problems/staging-lost");
		assertThat(job().retryable()).isFalse();
	}

	@Test
	void aClaimThatIsThereAfterAllLeavesTheJobRunning() {
		given(this.store.exists("staging/job_1/original")).willReturn(true);
		this.applier.apply(claimMissing());
		assertThat(job().state()).isEqualTo(JobState.PROCESSING);
	}

	@Test
	void eventsOfUnknownJobsChangeNothing() {
		this.database.jdbc.sql("delete from job").update();
		this.jobs.add(JobDatabase.newJob("job_2"));
		this.applier.apply(new JobEvent(1, "evt_1", "job_1", 1, JobEvent.Type.CLAIM_MISSING, JobStage.UPLOADING, 85,
				NOW, null, null, null));
		assertThat(this.jobs.find("job_2").orElseThrow().state()).isEqualTo(JobState.PROCESSING);
	}

	private JobEvent claimMissing() {
		return JobEvent.claimMissing(job().toMessage(), JobStage.UPLOADING, NOW);
	}

	private Job job() {
		return this.jobs.find("job_1").orElseThrow();
	}

}
