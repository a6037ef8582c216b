package org.imageingest.source.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.deadletter.ReplayAnswer.Refused;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.Outboxes;
import org.imageingest.source.outbox.PromptSender;
import org.imageingest.source.retry.RetriedJobs;
import org.imageingest.store.ObjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * Taking over and replaying, on whichever database.
 */
abstract class LettersContract {

	private static final Instant PARKED_AT = Instant.parse("2026-11-23T10:00:00Z");

	private static final Problem PROBLEM = Problem.of(ProblemType.PROCESSING_FAILED, "The store was down");

	private final JobDatabase database = open();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final JobTransitions transitions = JobRepositories.transitionsOf(this.database);

	private final Outbox outbox = Outboxes.of(this.database);

	private final PromptSender sender = mock(PromptSender.class);

	private final ObjectStore store = mock(ObjectStore.class);

	private final Letters letters = new Letters(this.database.jdbc);

	private final TakeOver takeOver = new TakeOver(this.letters, this.transitions, this.database.transactions);

	private final Replay replay = new Replay(this.letters, this.jobs,
			RetriedJobs.retryOf(this.database, this.sender, this.store));

	abstract JobDatabase open();

	@BeforeEach
	void stage() {
		given(this.store.exists(any())).willReturn(true);
	}

	@Test
	void aMessageThatComesTwiceIsOneLetter() throws Exception {
		failed("job_1");
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			Callable<Void> delivery = () -> {
				this.takeOver.take(parked("job_1", 1));
				return null;
			};
			for (var done : threads.invokeAll(List.of(delivery, delivery, delivery, delivery))) {
				done.get();
			}
		}
		assertThat(this.letters.count()).isOne();
		DeadLetter letter = only();
		assertThat(letter.jobId()).isEqualTo("job_1");
		assertThat(letter.attempt()).isOne();
		assertThat(letter.filename()).isEqualTo("beach.jpg");
		assertThat(letter.owner()).isEqualTo("anna");
		assertThat(letter.jobStatus()).isEqualTo("failed");
		assertThat(letter.reason()).isEqualTo("S3Exception");
		assertThat(letter.parkedAt()).isEqualTo(PARKED_AT);
		assertThat(letter.replayable()).isTrue();
	}

	@Test
	void whatTheBrokerParkedByItselfFailsItsJobInTheSameCommit() {
		this.jobs.add(JobDatabase.newJob("job_1"));
		this.takeOver.take(parkedByBroker("job_1", 1));
		assertThat(job("job_1").state()).isEqualTo(JobState.FAILED);
		assertThat(job("job_1").retryable()).isTrue();
		assertThat(only().reason()).isEqualTo("delivery-limit");
		assertThat(only().replayable()).isTrue();
	}

	@Test
	void whatTheBrokerParkedOfAnEarlierAttemptOrOfACompletedJobChangesNothing() {
		failed("job_1");
		RetriedJobs.begin(this.database, "job_1", 1);
		this.jobs.add(JobDatabase.newJob("job_2"));
		this.transitions.complete("job_2");
		this.takeOver.take(parkedByBroker("job_1", 1));
		this.takeOver.take(parkedByBroker("job_2", 1));
		assertThat(job("job_1").state()).isEqualTo(JobState.PROCESSING);
		assertThat(job("job_2").state()).isEqualTo(JobState.COMPLETED);
	}

	@Test
	void messagesThatNobodyCanReadAreKept() {
		this.takeOver
			.take(new ParkedMessage("q.dlq", "Not readable", PARKED_AT, false, null, null, new byte[] { -1, 0 }));
		this.takeOver.take(parked("job_gone", 1));
		assertThat(this.letters.page(null, 10)).hasSize(2).noneMatch(DeadLetter::replayable);
		assertThat(this.replay.replay(this.letters.page(null, 10).stream().map(DeadLetter::deadLetterId).toList()))
			.satisfies((answer) -> {
				assertThat(answer.replayed()).isZero();
				assertThat(answer.refused()).extracting((refused) -> refused.problem().detail())
					.containsExactlyInAnyOrder("The message does not say which job it belongs to",
							"There is no job job_gone");
			});
		assertThat(this.letters.count()).isEqualTo(2);
		assertThat(this.database.jdbc.sql("select body from dead_letter where job_id is null")
			.query(String.class)
			.single()).isEqualTo("/wA=");
	}

	@Test
	void aReplayRaisesTheAttemptPromisesAMessageAndEndsTheLetterOnce() {
		failed("job_1");
		this.takeOver.take(parked("job_1", 1));
		String id = only().deadLetterId();
		assertThat(this.replay.replay(List.of(id, id)).refused()).singleElement()
			.extracting(Refused::deadLetterId)
			.isEqualTo(id);
		assertThat(job("job_1").attempt()).isEqualTo(2);
		assertThat(job("job_1").state()).isEqualTo(JobState.PROCESSING);
		assertThat(this.outbox.backlog().pending()).isOne();
		assertThat(this.letters.count()).isZero();
		verify(this.sender, times(1)).send(job("job_1").toMessage());
	}

	@Test
	void ofManyReplaysAtOnceOneIsDone() throws Exception {
		failed("job_1");
		this.takeOver.take(parked("job_1", 1));
		String id = only().deadLetterId();
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			Callable<ReplayAnswer> call = () -> this.replay.replay(List.of(id));
			int replayed = 0;
			for (var answer : threads.invokeAll(List.of(call, call, call, call))) {
				replayed += answer.get().replayed();
			}
			assertThat(replayed).isOne();
		}
		assertThat(job("job_1").attempt()).isEqualTo(2);
	}

	@Test
	void whatDiesAfterTheCommitIsReplayedOnceAllTheSame() {
		failed("job_1");
		this.takeOver.take(parked("job_1", 1));
		String id = only().deadLetterId();
		willThrow(new IllegalStateException("killed")).given(this.sender).send(any());
		assertThatIllegalStateException().isThrownBy(() -> this.replay.replay(List.of(id)));
		assertThat(this.outbox.backlog().pending()).isOne();
		// The broker delivers once more what it was not told of in time.
		this.takeOver.take(parked("job_1", 1));
		assertThat(only().replayable()).isFalse();
		assertThat(this.replay.replay(List.of(id)).replayed()).isZero();
		assertThat(job("job_1").attempt()).isEqualTo(2);
		assertThat(this.letters.removeSettled()).isOne();
	}

	@Test
	void whatDiesBeforeTheCommitLeavesTheLetter() {
		failed("job_1");
		this.takeOver.take(parked("job_1", 1));
		assertThatIllegalStateException()
			.isThrownBy(() -> RetriedJobs.retryOf(this.database, this.sender, this.store).retry(job("job_1"), () -> {
				this.letters.remove(only().deadLetterId());
				throw new IllegalStateException("killed");
			}));
		assertThat(job("job_1").state()).isEqualTo(JobState.FAILED);
		assertThat(this.outbox.backlog().pending()).isZero();
		assertThat(only().replayable()).isTrue();
		verify(this.sender, never()).send(any());
	}

	@Test
	void photosWhoseBytesAreGoneAreRefusedAndKeepTheirLetter() {
		failed("job_1");
		this.takeOver.take(parked("job_1", 1));
		given(this.store.exists(any())).willReturn(false);
		assertThat(this.replay.replayOldest(10).refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.problem().detail()).contains("bytes are gone"));
		assertThat(this.letters.count()).isOne();
	}

	@Test
	void pagesMissNothing() {
		IntStream.range(0, 25).forEach((i) -> {
			failed("job_" + i);
			this.takeOver.take(parked("job_" + i, 1));
		});
		List<DeadLetter> first = this.letters.page(null, 10);
		List<DeadLetter> second = this.letters.page(LetterCursor.parse(LetterCursor.at(first.getLast()).text()), 10);
		List<DeadLetter> third = this.letters.page(LetterCursor.at(second.getLast()), 10);
		assertThat(List.of(first, second, third).stream().flatMap(List::stream)).extracting(DeadLetter::jobId)
			.doesNotHaveDuplicates()
			.hasSize(25);
		assertThat(this.replay.replayOldest(20)).satisfies((answer) -> {
			assertThat(answer.replayed()).isEqualTo(20);
			assertThat(answer.remaining()).isEqualTo(5);
		});
	}

	@Test
	void lettersGoWhenTheyAreOldAndNotBefore() {
		failed("job_1");
		this.takeOver.take(parked("job_1", 1));
		this.database.jdbc.sql("update dead_letter set parked_at = current_timestamp - interval '86400' second")
			.update();
		assertThat(this.letters.removeOlderThan(Duration.ofHours(25))).isZero();
		assertThat(this.letters.removeSettled()).isZero();
		assertThat(this.letters.removeOlderThan(Duration.ofHours(23))).isOne();
	}

	private void failed(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
		this.transitions.fail(jobId, 1, PROBLEM, true);
	}

	private Job job(String jobId) {
		return this.jobs.find(jobId).orElseThrow();
	}

	private DeadLetter only() {
		return this.letters.page(null, 2).stream().reduce((one, other) -> {
			throw new AssertionError("More than one letter");
		}).orElseThrow();
	}

	private static ParkedMessage parked(String jobId, int attempt) {
		return new ParkedMessage("q.dlq", "S3Exception", PARKED_AT, false, jobId, attempt, body(jobId, attempt));
	}

	private static ParkedMessage parkedByBroker(String jobId, int attempt) {
		return new ParkedMessage("q.dlq", "delivery-limit", PARKED_AT, true, jobId, attempt, body(jobId, attempt));
	}

	private static byte[] body(String jobId, int attempt) {
		return "{\"jobId\":\"%s\",\"attempt\":%d}".formatted(jobId, attempt).getBytes(StandardCharsets.UTF_8);
	}

}
