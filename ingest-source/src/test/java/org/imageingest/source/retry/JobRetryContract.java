package org.imageingest.source.retry;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.Outboxes;
import org.imageingest.source.outbox.PromptSender;
import org.imageingest.store.ObjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

abstract class JobRetryContract {

	private static final Problem PROBLEM = Problem.of(ProblemType.PROCESSING_FAILED, "The store was down");

	private final JobDatabase database = open();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final JobTransitions transitions = JobRepositories.transitionsOf(this.database);

	private final Outbox outbox = Outboxes.of(this.database);

	private final PromptSender sender = mock(PromptSender.class);

	private final ObjectStore store = mock(ObjectStore.class);

	private final JobRetry retry = new JobRetry(new Retries(this.database.jdbc), this.jobs, this.outbox, this.sender,
			this.store, this.database.transactions);

	abstract JobDatabase open();

	@BeforeEach
	void failJob() {
		this.jobs.add(JobDatabase.newJob("job_1"));
		this.transitions.fail("job_1", 1, PROBLEM, true);
		this.database.jdbc.sql("update job set change_number = 7").update();
		given(this.store.exists("staging/job_1/original")).willReturn(true);
	}

	@Test
	void aFailedJobStartsAnewWithItsNextAttempt() {
		Job retried = this.retry.retry(job());
		assertThat(retried).isEqualTo(job());
		assertThat(retried.state()).isEqualTo(JobState.PROCESSING);
		assertThat(retried.attempt()).isEqualTo(2);
		assertThat(retried.stage()).isEqualTo(JobStage.QUEUED);
		assertThat(retried.progress()).isEqualTo(10);
		assertThat(retried.problem()).isNull();
		assertThat(retried.retryable()).isFalse();
		assertThat(retried.finishedAt()).isNull();
		assertThat(retried.changeNumber()).isZero();
		assertThat(this.outbox.backlog().pending()).isOne();
		verify(this.sender).send(retried.toMessage());
		assertThat(retried.toMessage().attempt()).isEqualTo(2);
	}

	@Test
	void reportsOfTheFailedAttemptDoNotCountAnyMore() {
		this.retry.retry(job());
		assertThat(this.transitions.fail("job_1", 1, PROBLEM, true)).isFalse();
		assertThat(job().state()).isEqualTo(JobState.PROCESSING);
	}

	@Test
	void aMessageThatStillWaitedIsPromisedOnce() {
		this.outbox.add("job_1");
		this.retry.retry(job());
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void ofManyRetriesOneWins() throws Exception {
		Job failed = job();
		List<Callable<Boolean>> retries = IntStream.range(0, 6).<Callable<Boolean>>mapToObj((i) -> () -> {
			try {
				this.retry.retry(failed);
				return true;
			}
			catch (ProblemException ex) {
				assertThat(ex.problem().status()).isEqualTo(409);
				return false;
			}
		}).toList();
		try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
			assertThat(executor.invokeAll(retries).stream().map(Future::resultNow)).containsOnlyOnce(true);
		}
		assertThat(job().attempt()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(value = JobState.class, mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
	void onlyFailedJobsAreRetried(JobState state) {
		this.database.jdbc.sql("update job set status = ?").param(state.code()).update();
		assertRefused("Only failed jobs can be retried, this one is " + state.code());
	}

	@Test
	void aPhotoThatCannotSucceedIsNotRetried() {
		this.database.jdbc.sql("update job set retryable = false").update();
		assertRefused("The job failed for a reason that another attempt does not change");
	}

	@Test
	void withoutItsBytesAJobIsNotRetried() {
		given(this.store.exists("staging/job_1/original")).willReturn(false);
		assertRefused("The uploaded bytes are gone; upload the photo again");
	}

	private void assertRefused(String detail) {
		Job before = job();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.retry.retry(before))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo("/problems/not-retryable"))
			.satisfies((ex) -> assertThat(ex.problem().detail()).isEqualTo(detail));
		assertThat(job()).isEqualTo(before);
		assertThat(this.outbox.backlog().pending()).isZero();
		verifyNoInteractions(this.sender);
	}

	private Job job() {
		return this.jobs.find("job_1").orElseThrow();
	}

}
