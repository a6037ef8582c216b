package org.imageingest.source.staging;

import java.time.Duration;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestBuckets;
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
	void bytesOfARetryableFailureGoOnlyOnceTheOfferToRetryIsTakenBack() {
		stage("job_young");
		stage("job_old");
		Problem problem = Problem.of(ProblemType.PROCESSING_FAILED, "The store was down");
		this.transitions.fail("job_young", 1, problem, true);
		this.transitions.fail("job_old", 1, problem, true);
		this.database.jdbc.sql("""
				update job set finished_at = current_timestamp - interval '1209601' second, change_number = 7
				where job_id = 'job_old'
				""").update();
		StagingCleaner cleaner = new StagingCleaner(this.jobs, this.transitions, this.store);
		cleaner.clean();
		assertThat(keys()).hasSize(2);
		new Retention(this.database.jdbc, new RetentionProperties(Duration.ofDays(14))).expire();
		assertThat(this.jobs.find("job_old").orElseThrow()).satisfies((job) -> {
			assertThat(job.retryable()).isFalse();
			assertThat(job.changeNumber()).as("its owner is told").isZero();
		});
		cleaner.clean();
		assertThat(keys()).containsExactly("staging/job_young/original");
		assertThat(this.jobs.find("job_young").orElseThrow().retryable()).isTrue();
	}

	private void stage(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
		this.store.put("staging/" + jobId + "/original", new byte[1], "image/jpeg");
	}

	private java.util.List<String> keys() {
		return this.store.list("staging/").map((object) -> object.key()).toList();
	}

}
