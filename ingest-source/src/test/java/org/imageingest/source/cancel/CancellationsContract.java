package org.imageingest.source.cancel;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.store.ObjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

abstract class CancellationsContract {

	private static final String CLAIM = "staging/job_1/original";

	private final JobDatabase database = open();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final JobTransitions transitions = JobRepositories.transitionsOf(this.database);

	private final Cancellations cancellations = new Cancellations(this.database.jdbc);

	private final ObjectStore store = mock(ObjectStore.class);

	private final ClaimRemoval claims = new ClaimRemoval(this.cancellations, this.store);

	private final JobCancellation cancellation = new JobCancellation(this.cancellations, this.claims);

	abstract JobDatabase open();

	@BeforeEach
	void acceptJob() {
		this.jobs.add(JobDatabase.newJob("job_1"));
	}

	@Test
	void aRunningJobLosesItsClaimAndWaitsForThePipeline() {
		this.database.jdbc.sql("update job set change_number = 7").update();
		cancel();
		assertThat(job().state()).isEqualTo(JobState.CANCELLING);
		assertThat(job().detail()).isEqualTo("cancelled-by-client");
		assertThat(job().changeNumber()).isZero();
		verify(this.store).delete(CLAIM);
		assertThat(this.cancellations.withClaim(10)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = JobState.class, mode = EnumSource.Mode.EXCLUDE, names = "PROCESSING")
	void anyOtherJobStaysAsItIs(JobState state) {
		this.database.jdbc.sql("update job set status = ?, claim_removed = true").param(state.code()).update();
		cancel();
		assertThat(job().state()).isEqualTo(state);
		verifyNoInteractions(this.store);
	}

	@Test
	void aClaimThatOutlivedItsRequestIsRemovedLater() {
		this.cancellations.begin("job_1", CancelDetail.CANCELLED_BY_CLIENT);
		assertThat(this.cancellations.withClaim(10)).containsExactly("job_1");
		this.claims.removeForgotten();
		verify(this.store).delete(CLAIM);
		assertThat(this.cancellations.withClaim(10)).isEmpty();
	}

	@Test
	void aStoreThatIsDownLosesNoCancellation() {
		willThrow(SdkClientException.create("down")).willDoNothing().given(this.store).delete(CLAIM);
		cancel();
		assertThat(job().state()).isEqualTo(JobState.CANCELLING);
		assertThat(this.cancellations.withClaim(10)).containsExactly("job_1");
		willDoNothing().given(this.store).delete(CLAIM);
		this.claims.removeForgotten();
		assertThat(this.cancellations.withClaim(10)).isEmpty();
	}

	@Test
	void withoutAnAnswerItEndsAfterTheLimit() {
		cancel();
		assertThat(unanswered()).isEmpty();
		age(Duration.ofMinutes(11));
		this.database.jdbc.sql("update job set change_number = 7").update();
		new UnansweredCancellations(this.cancellations,
				new CancelProperties(Duration.ofSeconds(1), Duration.ofMinutes(10)))
			.end();
		assertThat(job().state()).isEqualTo(JobState.CANCELLED);
		assertThat(job().detail()).isEqualTo("cancelled-by-client");
		assertThat(job().finishedAt()).isNotNull();
		assertThat(job().changeNumber()).isZero();
		assertThat(this.jobs.toClean(10)).containsExactly("job_1");
	}

	@Test
	void whileTheClaimIsThereNothingEndsUnanswered() {
		this.cancellations.begin("job_1", CancelDetail.CANCELLED_BY_CLIENT);
		age(Duration.ofMinutes(11));
		assertThat(unanswered()).isEmpty();
		this.claims.removeForgotten();
		assertThat(unanswered()).isEmpty();
	}

	@Test
	void runningJobsDoNotEndHoweverOldTheyAre() {
		age(Duration.ofDays(1));
		assertThat(unanswered()).isEmpty();
		assertThat(this.cancellations.endUnanswered("job_1")).isFalse();
		assertThat(job().state()).isEqualTo(JobState.PROCESSING);
	}

	@Test
	void whatThePipelineAnswersDecidesHowItEnds() {
		cancel();
		assertThat(this.transitions.fail("job_1", 1, Problem.of(ProblemType.PROCESSING_FAILED, "x"), true)).isTrue();
		assertThat(job().state()).isEqualTo(JobState.CANCELLED);
		this.transitions.complete("job_1");
		assertThat(job().state()).isEqualTo(JobState.COMPLETED);
		assertThat(job().detail()).isNull();
	}

	private void cancel() {
		this.cancellation.cancel(List.of("job_1"), CancelDetail.CANCELLED_BY_CLIENT);
	}

	private List<String> unanswered() {
		return this.cancellations.unanswered(Duration.ofMinutes(10), 10);
	}

	private void age(Duration by) {
		OffsetDateTime now = this.database.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
		this.database.jdbc.sql("update job set updated_at = ?").param(now.minus(by)).update();
	}

	private Job job() {
		return this.jobs.find("job_1").orElseThrow();
	}

}
