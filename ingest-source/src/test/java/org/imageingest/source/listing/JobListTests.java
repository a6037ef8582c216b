package org.imageingest.source.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.JobTransitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobListTests {

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final JobTransitions transitions = JobRepositories.transitionsOf(this.database);

	private final JobList list = new JobList(this.database.jdbc, this.database.json);

	@Test
	void pagesShowEveryJobOnceThoughAllWereAcceptedAtOnce() {
		IntStream.range(0, 120).forEach((i) -> add("job_" + i));
		this.database.jdbc.sql("update job set accepted_at = current_timestamp").update();
		IntStream.range(120, 140).forEach((i) -> add("job_" + i));
		this.database.jdbc.sql("update job set owner = 'ben' where job_id in ('job_5', 'job_130')").update();

		List<JobItem> all = new ArrayList<>();
		JobPage page = this.list.page("anna", null, 50, null);
		while (page.nextCursor() != null) {
			assertThat(page.items()).hasSize(50);
			all.addAll(page.items());
			// New jobs and changed ones shift nothing.
			add("job_new" + all.size());
			page = this.list.page("anna", null, 50, JobCursor.parse(page.nextCursor()));
		}
		all.addAll(page.items());

		assertThat(all).extracting(JobItem::jobId)
			.doesNotHaveDuplicates()
			.hasSize(138)
			.doesNotContain("job_5", "job_130")
			.noneMatch((jobId) -> jobId.startsWith("job_new"));
		assertThat(all).extracting(JobItem::acceptedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
	}

	@Test
	void theLastPageMayBeFullAndHasNoNext() {
		IntStream.range(0, 4).forEach((i) -> add("job_" + i));
		JobPage first = this.list.page("anna", null, 2, null);
		JobPage second = this.list.page("anna", null, 2, JobCursor.parse(first.nextCursor()));
		assertThat(second.items()).hasSize(2);
		assertThat(second.nextCursor()).isNull();
		assertThat(this.list.page("ben", null, 2, null).items()).isEmpty();
	}

	@Test
	void onlyJobsOfTheStatusAreListed() {
		IntStream.range(0, 5).forEach((i) -> add("job_" + i));
		this.transitions.complete("job_3");
		assertThat(this.list.page("anna", JobState.COMPLETED, 50, null).items()).extracting(JobItem::jobId)
			.containsExactly("job_3");
		assertThat(this.list.page("anna", JobState.PROCESSING, 50, null).items()).hasSize(4);
		assertThat(this.list.page("anna", JobState.FAILED, 50, null).items()).isEmpty();
	}

	@Test
	void anItemTellsWhatItsStateHas() {
		for (String jobId : List.of("job_running", "job_done", "job_failed", "job_cancelled")) {
			add(jobId);
		}
		this.transitions.progress("job_running", 1, JobStage.GENERATING_VARIANTS, 60);
		this.transitions.complete("job_done");
		this.transitions.fail("job_failed", 1, Problem.of(ProblemType.CORRUPT_IMAGE, "The scan ends early"), false);
		this.transitions.imageDeleted("job_cancelled");

		assertThat(item("job_running")).satisfies((item) -> {
			assertThat(item.status()).isEqualTo("processing");
			assertThat(item.progress()).isEqualTo(60);
			assertThat(item.stage()).isEqualTo("generating_variants");
			assertThat(item.filename()).isEqualTo("beach.jpg");
			assertThat(item.bytes()).isEqualTo(3);
			assertThat(item.finishedAt()).isNull();
			assertThat(item.imageId()).isNull();
			assertThat(item.retryable()).isNull();
		});
		assertThat(item("job_done")).satisfies((item) -> {
			assertThat(item.imageId()).isEqualTo("img_a");
			assertThat(item.finishedAt()).isAfterOrEqualTo(item.acceptedAt());
		});
		assertThat(item("job_failed")).satisfies((item) -> {
			assertThat(item.error()).extracting(Problem::type).isEqualTo("/problems/corrupt-image");
			assertThat(item.retryable()).isFalse();
			assertThat(item.imageId()).isNull();
		});
		assertThat(item("job_cancelled").detail()).isEqualTo("image-deleted");
	}

	@Test
	void aCursorIsReadAsItWasGiven() {
		JobCursor cursor = new JobCursor(Instant.parse("2026-05-04T03:02:01.123456Z"), "job_1");
		assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
		assertThat(JobCursor.parse(cursor.text())).isEqualTo(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "!", "am9i", "MjAyNi0wNS0wNFQwMzowMjowMVogaW1nXzE", "eCBqb2JfMQ",
			"KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIGpvYl8xIGpvYl8x" })
	void whatIsNoCursorIsRefused(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> JobCursor.parse(text))
			.satisfies((ex) -> assertThat(ex.problem().status()).isEqualTo(400));
	}

	private JobItem item(String jobId) {
		return this.list.page("anna", null, 50, null)
			.items()
			.stream()
			.filter((item) -> item.jobId().equals(jobId))
			.findAny()
			.orElseThrow();
	}

	private void add(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
	}

}
