package org.imageingest.source.watch;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.Outboxes;
import org.imageingest.source.queue.QueueDepths;
import org.imageingest.source.queue.QueueProperties;
import org.imageingest.source.retry.RetriedJobs;
import org.imageingest.source.upkeep.UpkeepTask;
import org.imageingest.source.upkeep.Upkeeps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What the watch promises, on whichever database.
 */
abstract class StuckJobWatchContract {

	private static final WatchProperties PROPERTIES = new WatchProperties(Duration.ofSeconds(30),
			Duration.ofMinutes(10), Duration.ofMinutes(2), 200);

	private static final QueueProperties QUEUES = new QueueProperties("to-processors", "to-sinks", List.of());

	private final JobDatabase database = open();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final JobTransitions transitions = JobRepositories.transitionsOf(this.database);

	private final Outbox outbox = Outboxes.of(this.database);

	private final QueueDepths depths = mock(QueueDepths.class);

	private final AtomicLong nanoTime = new AtomicLong();

	private final StuckJobWatch watch = newWatch();

	abstract JobDatabase open();

	@BeforeEach
	void emptyQueues() {
		depth("to-processors", OptionalLong.of(0));
		depth("to-sinks", OptionalLong.of(0));
	}

	@Test
	void aBacklogOfTenThousandJobsIsNeverTouched() {
		this.database.transactions.executeWithoutResult((transaction) -> IntStream.range(0, 10_000)
			.forEach((i) -> this.jobs.add(JobDatabase.newJob("job_" + i))));
		silentFor(Duration.ofDays(3), "job_%");
		depth("to-processors", OptionalLong.of(1));
		lookForAQuarterOfAnHour();
		assertThat(count("attempt > 1 or status <> 'processing'")).isZero();
		// One look that finds it empty tells nothing either.
		depth("to-processors", OptionalLong.of(0));
		look();
		assertThat(count("attempt > 1 or status <> 'processing'")).isZero();
	}

	@Test
	void aJobWhoseMessageIsLostIsSentAgainAndThenFailedForItsOwnerToRetry() {
		queued("job_1");
		silentFor(Duration.ofMinutes(11), "job_1");
		lookForAQuarterOfAnHour();
		assertThat(job().attempt()).isEqualTo(2);
		assertThat(job().state()).isEqualTo(JobState.PROCESSING);
		assertThat(job().changeNumber()).isZero();
		assertThat(this.outbox.backlog().pending()).isOne();
		sent("job_1");
		lookForAQuarterOfAnHour();
		assertThat(job().attempt()).as("news: it was sent again").isEqualTo(2);
		silentFor(Duration.ofMinutes(11), "job_1");
		lookForAQuarterOfAnHour();
		assertThat(job().state()).isEqualTo(JobState.FAILED);
		assertThat(job().retryable()).isTrue();
		assertThat(job().problem()).extracting(Problem::type).isEqualTo("/problems/processing-failed");
		assertThat(this.outbox.backlog().pending()).isZero();
	}

	@Test
	void whereTheBrokerDoesNotTellNothingIsDone() {
		queued("job_1");
		begun("job_2", JobStage.GENERATING_VARIANTS);
		silentFor(Duration.ofDays(1), "job_%");
		depth("to-processors", OptionalLong.empty());
		depth("to-sinks", OptionalLong.empty());
		lookForAQuarterOfAnHour();
		assertThat(count("attempt > 1")).isZero();
	}

	@Test
	void aMessageThatTheBrokerHasNotGotYetIsNotLost() {
		queued("job_1");
		this.outbox.add("job_1");
		silentFor(Duration.ofDays(1), "job_1");
		lookForAQuarterOfAnHour();
		assertThat(job().attempt()).isOne();
	}

	@Test
	void aJobThatWasBegunIsStuckAfterThreeTimesTheLimitWithoutNews() {
		begun("job_1", JobStage.UPLOADING);
		silentFor(Duration.ofMinutes(5), "job_1");
		look();
		assertThat(job().attempt()).isOne();
		silentFor(Duration.ofMinutes(7), "job_1");
		Upkeeps.due(this.database, UpkeepTask.WATCH);
		look();
		assertThat(job().attempt()).isEqualTo(2);
		assertThat(job().stage()).isEqualTo(JobStage.QUEUED);
		assertThat(job().progress()).isEqualTo(10);
	}

	@Test
	void aPhotoThatWaitsForItsSinkIsNotStuck() {
		begun("job_1", JobStage.GENERATING_VARIANTS);
		silentFor(Duration.ofDays(1), "job_1");
		depth("to-sinks", OptionalLong.of(10_000));
		lookForAQuarterOfAnHour();
		assertThat(job().attempt()).isOne();
		depth("to-sinks", OptionalLong.of(0));
		lookForAQuarterOfAnHour();
		assertThat(job().attempt()).isEqualTo(2);
	}

	@Test
	void looksThatDidNotComeTellNothingOfTheTimeBetween() {
		queued("job_1");
		silentFor(Duration.ofDays(1), "job_1");
		look();
		this.nanoTime.addAndGet(Duration.ofHours(8).toNanos());
		Upkeeps.due(this.database, UpkeepTask.WATCH);
		look();
		assertThat(job().attempt()).isOne();
	}

	@Test
	void ofTwoInstancesOneHelpsAJob() throws Exception {
		for (int i = 0; i < 50; i++) {
			begun("job_" + i, JobStage.UPLOADING);
		}
		silentFor(Duration.ofDays(1), "job_%");
		// Beside each other in spite of the lease: each change is conditional, too.
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			Callable<Void> instance = () -> {
				StuckJobs stuck = new StuckJobs(this.database.jdbc, this.database.json);
				StuckJobRescue rescue = new StuckJobRescue(stuck, this.outbox, this.database.transactions);
				stuck.find(List.of(JobStage.UPLOADING), Duration.ofMinutes(6), 200).forEach(rescue::rescue);
				return null;
			};
			for (Future<Void> done : threads.invokeAll(List.of(instance, instance, instance))) {
				done.get();
			}
		}
		assertThat(count("attempt = 2 and status = 'processing' and resent = true")).isEqualTo(50);
		assertThat(this.outbox.backlog().pending()).isEqualTo(50);
	}

	@Test
	void newsThatComeBetweenTheLookAndTheHelpWin() {
		StuckJobs stuck = new StuckJobs(this.database.jdbc, this.database.json);
		StuckJobRescue rescue = new StuckJobRescue(stuck, this.outbox, this.database.transactions);
		begun("job_1", JobStage.EXTRACTING_METADATA);
		silentFor(Duration.ofDays(1), "job_1");
		var found = stuck.find(List.of(JobStage.EXTRACTING_METADATA), Duration.ofMinutes(6), 10);
		this.transitions.progress("job_1", 1, JobStage.GENERATING_VARIANTS, 60);
		found.forEach(rescue::rescue);
		assertThat(job().attempt()).isOne();
		this.transitions.complete("job_1");
		found.forEach(rescue::rescue);
		assertThat(job().state()).isEqualTo(JobState.COMPLETED);
		assertThat(this.outbox.backlog().pending()).isZero();
	}

	@Test
	void aRetryOfItsOwnerIsWatchedAnew() {
		begun("job_1", JobStage.UPLOADING);
		this.database.jdbc.sql("update job set resent = true").update();
		this.transitions.fail("job_1", 1, Problem.of(ProblemType.PROCESSING_FAILED, "down"), true);
		RetriedJobs.begin(this.database, "job_1", 1);
		assertThat(count("resent = false and attempt = 2")).isOne();
	}

	private StuckJobWatch newWatch() {
		StuckJobs stuck = new StuckJobs(this.database.jdbc, this.database.json);
		return new StuckJobWatch(this.depths, QUEUES, PROPERTIES, Upkeeps.of(this.database), stuck,
				new StuckJobRescue(stuck, this.outbox, this.database.transactions), this.nanoTime::get);
	}

	private void lookForAQuarterOfAnHour() {
		for (int i = 0; i < 30; i++) {
			Upkeeps.due(this.database, UpkeepTask.WATCH);
			look();
		}
	}

	private void look() {
		this.watch.look();
		this.nanoTime.addAndGet(PROPERTIES.interval().toNanos());
	}

	private void depth(String queue, OptionalLong depth) {
		given(this.depths.of(queue)).willReturn(depth);
	}

	private void queued(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
	}

	private void begun(String jobId, JobStage stage) {
		queued(jobId);
		this.transitions.progress(jobId, 1, stage, stage.progress());
	}

	private void sent(String jobId) {
		this.database.jdbc.sql("delete from outbox where job_id = ?").param(jobId).update();
	}

	private void silentFor(Duration time, String jobs) {
		this.database.jdbc.sql(
				"update job set updated_at = current_timestamp - interval '%d' second, change_number = 7 where job_id like ?"
					.formatted(time.toSeconds()))
			.param(jobs)
			.update();
	}

	private int count(String condition) {
		return this.database.jdbc.sql("select count(*) from job where " + condition).query(Integer.class).single();
	}

	private Job job() {
		return this.jobs.find("job_1").orElseThrow();
	}

}
