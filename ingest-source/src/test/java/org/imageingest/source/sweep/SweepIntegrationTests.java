package org.imageingest.source.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestBuckets;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.source.upkeep.UpkeepTask;
import org.imageingest.source.upkeep.Upkeeps;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImageSweep;
import org.imageingest.store.ListedObject;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.SweptPage;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

class SweepIntegrationTests {

	private static final Problem PROBLEM = Problem.of(ProblemType.PROCESSING_FAILED, "The store was down");

	/** As if all that is there now had been written long ago. */
	private static final Instant ALL_IS_OLD = Instant.now().plus(Duration.ofDays(1));

	private static final Instant NOTHING_IS_OLD = Instant.EPOCH;

	private static S3TestServer server;

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final JobTransitions transitions = JobRepositories.transitionsOf(this.database);

	private ObjectStore store;

	@BeforeAll
	static void startServer() throws Exception {
		server = S3TestServer.start();
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	@BeforeEach
	void openBucket() throws Exception {
		this.store = TestBuckets.open(server);
	}

	@Test
	void unclaimedBytesGoOnlyWhenAllOfThemAreOld() {
		put("staging/job_orphan/original");
		put("staging/job_orphan/run/web.webp");
		stage("job_running");
		assertThat(sweep(NOTHING_IS_OLD).removed()).isEmpty();
		assertThat(keys()).hasSize(3);
		assertThat(staging(this.store).sweep(null, 100, ALL_IS_OLD, false).removed()).hasSize(2);
		assertThat(keys()).as("that was only told").hasSize(3);
		assertThat(sweep(ALL_IS_OLD).removed()).containsExactly("staging/job_orphan/original",
				"staging/job_orphan/run/web.webp");
		assertThat(keys()).containsExactly("staging/job_running/original");
	}

	@Test
	void claimsOfJobsThatAreNotOverForGoodStayHoweverOld() {
		List.of("job_running", "job_cancelling", "job_retryable", "job_done", "job_failed").forEach(this::stage);
		this.database.jdbc.sql("update job set status = 'cancelling' where job_id = 'job_cancelling'").update();
		this.transitions.fail("job_retryable", 1, PROBLEM, true);
		this.transitions.fail("job_failed", 1, PROBLEM, false);
		this.transitions.complete("job_done");
		this.jobs.toClean(10).forEach(this.transitions::cleaned);
		assertThat(sweep(ALL_IS_OLD).removed()).containsExactly("staging/job_done/original",
				"staging/job_failed/original");
		assertThat(this.jobs.toClean(10)).containsExactlyInAnyOrder("job_done", "job_failed");
		assertThat(keys()).as("their cleaner does the rest").hasSize(5);
	}

	@Test
	void aJobThatIsCommittedWhileItIsLookedAtKeepsItsBytes() {
		put("staging/job_new/original");
		ObjectStore listedBeforeTheCommit = spy(this.store);
		willAnswer((call) -> {
			List<ListedObject> listed = this.store.list("staging/").toList();
			this.jobs.add(JobDatabase.newJob("job_new"));
			return listed.stream();
		}).given(listedBeforeTheCommit).list(any(), any());
		assertThat(staging(listedBeforeTheCommit).sweep(null, 100, ALL_IS_OLD, true).removed()).isEmpty();
		assertThat(keys()).containsExactly("staging/job_new/original");
	}

	@Test
	void pagesEndWithAJob() {
		for (String job : List.of("job_a", "job_b", "job_c")) {
			IntStream.range(0, 3).forEach((i) -> put("staging/" + job + "/run/" + i));
		}
		put("staging/readme");
		SweptPage first = staging(this.store).sweep(null, 2, ALL_IS_OLD, true);
		assertThat(first.removed()).hasSize(3).allMatch((key) -> key.contains("job_a"));
		SweptPage second = staging(this.store).sweep(first.next(), 4, ALL_IS_OLD, true);
		assertThat(second.removed()).hasSize(6);
		SweptPage third = staging(this.store).sweep(second.next(), 4, ALL_IS_OLD, true);
		assertThat(third.next()).isNull();
		assertThat(keys()).as("none of ours").containsExactly("staging/readme");
	}

	@Test
	void aClockThatWasSetAheadMakesNothingOld() {
		Instant now = Instant.now();
		assertThat(age(now.plus(Duration.ofDays(3)), now, false).ofPublished()).isEqualTo(now.minus(day()));
		assertThat(age(now, now.plus(Duration.ofDays(3)), false).ofPublished()).isEqualTo(now.minus(day()));
		assertThat(age(now, null, false).ofPublished()).isEqualTo(now.minus(day()));
		assertThat(this.store.time()).hasValueSatisfying(
				(time) -> assertThat(time).isBetween(now.minusSeconds(2), Instant.now().plusSeconds(2)));
	}

	@Test
	void aSoleWriterKnowsThatNobodyClaimsWhatWasStagedBeforeItsStart() {
		Instant now = Instant.ofEpochSecond(1_800_000_000);
		assertThat(age(now, now, true).ofStaged()).isEqualTo(now);
		assertThat(age(now, now, true).ofPublished()).isEqualTo(now.minus(day()));
		assertThat(age(now, now, false).ofStaged()).isEqualTo(now.minus(day()));
	}

	@Test
	void objectsOfAnImageInTheHandsOfAJobStayHoweverOld() {
		put("images/img_a/run/web.webp");
		put("images/img_b/run/web.webp");
		ImagesInHand inHand = new ImagesInHand(this.database.jdbc);
		ImageSweep images = new ImageSweep(this.store, new ImageDocuments(this.store, new JsonMapper()));
		this.jobs.add(JobDatabase.newJob("job_1"));
		assertThat(images.sweep(null, 100, ALL_IS_OLD, inHand::contain, true).removed())
			.containsExactly("images/img_b/run/web.webp");
		this.transitions.fail("job_1", 1, PROBLEM, true);
		assertThat(images.sweep(null, 100, ALL_IS_OLD, inHand::contain, true).removed()).as("it may be replayed")
			.isEmpty();
		this.transitions.complete("job_1");
		assertThat(images.sweep(null, 100, ALL_IS_OLD, inHand::contain, true).removed())
			.containsExactly("images/img_a/run/web.webp");
	}

	@Test
	void instancesTakeTurnsAndGoOnWhereTheLastStepEnded() throws Exception {
		IntStream.range(0, 40).forEach((i) -> put("images/img_%02d/run/web.webp".formatted(i)));
		put("originals/img_00/run/original.jpg");
		SweepSchedule one = instance();
		SweepSchedule other = instance();
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			Callable<Void> steps = () -> {
				for (int i = 0; i < 8; i++) {
					one.step();
					other.step();
				}
				return null;
			};
			for (var done : threads.invokeAll(List.of(steps, steps))) {
				done.get();
			}
		}
		// Calls that found the other at work did nothing.
		for (int i = 0; i < 20 && position().isPresent(); i++) {
			one.step();
		}
		assertThat(this.store.list("images/")).isEmpty();
		assertThat(this.store.list("originals/")).isEmpty();
		assertThat(position()).as("a search has ended").isEmpty();
		put("images/img_late/run/web.webp");
		one.step();
		assertThat(this.store.list("images/")).as("not before it is due").hasSize(1);
		Upkeeps.due(this.database, UpkeepTask.IMAGE_SWEEP);
		other.step();
		assertThat(this.store.list("images/")).isEmpty();
	}

	/** Finds everything old, five objects a step. */
	private SweepSchedule instance() {
		SweepProperties properties = new SweepProperties(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(-1),
				false, 5, Duration.ZERO);
		Sweeps sweeps = new Sweeps(staging(this.store),
				new ImageSweep(this.store, new ImageDocuments(this.store, new JsonMapper())),
				new ImagesInHand(this.database.jdbc), new OrphanAge(this.store, properties, Clock.systemUTC()),
				properties);
		return new SweepSchedule(Upkeeps.of(this.database), sweeps, properties);
	}

	private Optional<String> position() {
		return this.database.jdbc.sql("select position from upkeep where task = 'image-sweep'")
			.query((row, number) -> Optional.ofNullable(row.getString(1)))
			.single();
	}

	private static OrphanAge age(Instant own, Instant ofStore, boolean soleWriter) {
		ObjectStore store = mock(ObjectStore.class);
		given(store.time()).willReturn(Optional.ofNullable(ofStore));
		return new OrphanAge(store, new SweepProperties(Duration.ofHours(1), Duration.ofHours(24), day(), soleWriter,
				100, Duration.ofSeconds(1)), InstantSource.fixed(own).withZone(ZoneOffset.UTC));
	}

	private static Duration day() {
		return Duration.ofHours(24);
	}

	private SweptPage sweep(Instant before) {
		return staging(this.store).sweep(null, 100, before, true);
	}

	private StagingSweep staging(ObjectStore store) {
		return new StagingSweep(store, this.jobs, this.transitions);
	}

	private void stage(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
		put("staging/" + jobId + "/original");
	}

	private void put(String key) {
		this.store.put(key, new byte[1], "image/jpeg");
	}

	private List<String> keys() {
		return this.store.list("staging/").map(ListedObject::key).toList();
	}

}
