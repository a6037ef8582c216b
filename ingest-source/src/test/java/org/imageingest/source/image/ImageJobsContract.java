package org.imageingest.source.image;

import java.time.Instant;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class ImageJobsContract {

	private final JobDatabase database = open();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final ImageJobs imageJobs = new ImageJobs(this.database.jdbc);

	abstract JobDatabase open();

	@BeforeEach
	void acceptJobs() {
		this.jobs.add(JobDatabase.newJob("job_1"));
		this.jobs.add(JobDatabase.newJob("job_2"));
	}

	@Test
	void onlyTheOwnersJobsOfAnImageCount() {
		assertThat(this.imageJobs.exist("img_a", "anna")).isTrue();
		assertThat(this.imageJobs.exist("img_a", "ben")).isFalse();
		assertThat(this.imageJobs.exist("img_b", "anna")).isFalse();
		assertThat(this.imageJobs.running("img_a", "ben")).isEmpty();
	}

	@Test
	void endedJobsAreNotRunning() {
		this.database.jdbc.sql("update job set status = 'completed' where job_id = 'job_1'").update();
		assertThat(this.imageJobs.running("img_a", "anna")).containsExactly("job_2");
	}

	@Test
	void bytesThatWereKeptForARetryAreGivenUp() {
		this.database.jdbc.sql("update job set status = 'failed', retryable = true, change_number = 7").update();
		this.imageJobs.forgetFailed("img_a", "ben");
		assertThat(job().retryable()).isTrue();
		this.imageJobs.forgetFailed("img_a", "anna");
		assertThat(job().retryable()).isFalse();
		assertThat(job().state()).isEqualTo(JobState.FAILED);
		assertThat(job().changeNumber()).isZero();
		assertThat(this.jobs.toClean(10)).contains("job_1");
	}

	@Test
	void itsClockIsTheOneThatJobsAreAcceptedBy() {
		Instant before = this.imageJobs.now();
		this.jobs.add(JobDatabase.newJob("job_3"));
		assertThat(this.jobs.find("job_3").orElseThrow().acceptedAt()).isBetween(before, this.imageJobs.now());
	}

	private Job job() {
		return this.jobs.find("job_1").orElseThrow();
	}

}
