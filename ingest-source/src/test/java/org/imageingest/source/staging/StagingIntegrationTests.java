package org.imageingest.source.staging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestBuckets;
import org.imageingest.source.TestSettings;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StagingIntegrationTests {

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
	void stagedBytesOfEndedJobsAreRemovedAndOthersKept() {
		stage("job_done");
		stage("job_running");
		this.transitions.complete("job_done");
		new StagingCleaner(this.jobs, this.transitions, this.store).clean();
		assertThat(keys()).containsExactly("staging/job_running/original");
		assertThat(this.jobs.toClean(10)).isEmpty();
	}

	@Test
	void unclaimedBytesGoOnlyWhenTheyAreOld() {
		this.store.put("staging/job_orphan/original", new byte[1], "image/jpeg");
		stage("job_running");
		sweep(false, Instant.now().plus(Duration.ofHours(23))).sweep();
		assertThat(keys()).hasSize(2);
		sweep(false, Instant.now().plus(Duration.ofHours(25))).sweep();
		assertThat(keys()).containsExactly("staging/job_running/original");
	}

	@Test
	void aSoleWriterRemovesWhatWasUnclaimedBeforeItsStartAtOnce() {
		this.store.put("staging/job_orphan/original", new byte[1], "image/jpeg");
		stage("job_running");
		sweep(true, Instant.now().minus(Duration.ofMinutes(1))).sweep();
		assertThat(keys()).hasSize(2);
		sweep(true, Instant.now().plus(Duration.ofSeconds(2))).sweep();
		assertThat(keys()).containsExactly("staging/job_running/original");
	}

	@Test
	void whatALateWriterLeftOfAnEndedJobIsRemovedAgain() {
		stage("job_done");
		this.transitions.complete("job_done");
		StagingCleaner cleaner = new StagingCleaner(this.jobs, this.transitions, this.store);
		cleaner.clean();
		this.store.put("staging/job_done/run/web.webp", new byte[1], "image/webp");
		sweep(false, Instant.now()).sweep();
		cleaner.clean();
		assertThat(keys()).isEmpty();
	}

	private void stage(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
		this.store.put("staging/" + jobId + "/original", new byte[1], "image/jpeg");
	}

	private java.util.List<String> keys() {
		return this.store.list("staging/").map((object) -> object.key()).toList();
	}

	private OrphanSweep sweep(boolean soleWriter, Instant now) {
		Clock clock = InstantSource.fixed(now).withZone(ZoneOffset.UTC);
		return new OrphanSweep(this.store, this.jobs, this.transitions, TestSettings.sweep(soleWriter), clock);
	}

}
