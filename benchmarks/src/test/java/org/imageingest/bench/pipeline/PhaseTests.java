package org.imageingest.bench.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.process.ProcessReadings;
import org.imageingest.bench.process.ProcessTree;
import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PhaseTests {

	@TempDir
	private Path folder;

	private FakeService service;

	@BeforeEach
	void start() throws IOException {
		this.service = new FakeService();
		TestJpeg.jpeg(64, 48).writeTo(this.folder.resolve("one.jpg"));
		TestJpeg.jpeg(48, 64).writeTo(this.folder.resolve("two.jpeg"));
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void everyUploadIsTimedUntilItsJobIsDone() throws Exception {
		PhaseResult result = run(20, Arrivals.flood(4));
		assertThat(result.complaints()).isEmpty();
		assertThat(result.completed()).isEqualTo(20);
		assertThat(result.failed()).isZero();
		assertThat(result.images()).hasSize(20);
		assertThat(result.acceptTimes()).hasSize(20).allMatch(Duration::isPositive);
		assertThat(result.doneTimes()).hasSize(20).allMatch(Duration::isPositive);
		assertThat(this.service.mostUploadsAtOnce()).isLessThanOrEqualTo(4);
	}

	@Test
	void uploadsComeEvenlyToo() throws Exception {
		PhaseResult result = run(5, Arrivals.every(Duration.ofMillis(1)));
		assertThat(result.complaints()).isEmpty();
		assertThat(result.completed()).isEqualTo(5);
	}

	@Test
	void formsHoldPhotosThatAreAllDifferent() throws Exception {
		run(6, Arrivals.flood(2));
		assertThat(this.service.bodies().values()).hasSize(6)
			.doesNotHaveDuplicates()
			.allSatisfy((body) -> assertThat(body).contains("name=\"image\"; filename=\"photo.jpg\"")
				.contains("\r\n\r\n\u00ff\u00d8\u00ff\u00fe"));
	}

	@Test
	void refusedUploadsAreCountedWithTheirReason() throws Exception {
		this.service
			.refuse((index) -> (index % 2 == 0) ? "{\"title\":\"Overloaded\",\"detail\":\"Come later.\"}" : null);
		PhaseResult result = run(6, Arrivals.flood(1));
		assertThat(result.failed()).isEqualTo(3);
		assertThat(result.completed()).isEqualTo(3);
		assertThat(result.complaints()).containsExactly("3 x upload: 503 Overloaded: Come later.");
	}

	@Test
	void failedAndCancelledJobsAreCountedWithTheirReason() throws Exception {
		this.service.jobs((index) -> switch (index) {
			case 1 -> "{\"status\":\"failed\",\"error\":{\"title\":\"Corrupt\",\"detail\":\"No end.\"}}";
			case 2 -> "{\"status\":\"cancelled\",\"detail\":\"image-deleted\"}";
			default -> FakeService.completed(index);
		});
		PhaseResult result = run(4, Arrivals.flood(1));
		assertThat(result.failed()).isEqualTo(2);
		assertThat(result.failures())
			.isEqualTo(Map.of("job failed: Corrupt: No end.", 1, "job cancelled: image-deleted", 1));
	}

	@Test
	void uploadsThatBecameTheSameImageAreAFault() throws Exception {
		this.service.jobs((index) -> FakeService.completed(index / 2));
		assertThat(run(4, Arrivals.flood(1)).complaints()).containsExactly("4 uploads became 2 different images");
	}

	@Test
	void onlyTheOldestJobsAreAskedFor() throws Exception {
		Uploads uploads = new Uploads(1000);
		for (int index = 0; index < 1000; index++) {
			uploads.accepted("job_" + index, System.nanoTime());
		}
		this.service.jobs((index) -> (index < 3) ? FakeService.completed(index) : FakeService.running(index));
		new StatusWatch(new IngestClient(this.service.address()), uploads).look();
		assertThat(uploads.settled()).isEqualTo(3);
		assertThat(this.service.jobsAskedFor()).hasSize(3 + StatusWatch.STILL_RUNNING)
			.contains("job_0", "job_1", "job_2", "job_3");
	}

	@Test
	void jobsAreNotAskedForBeforeTheyCanBeDone() throws Exception {
		Uploads uploads = new Uploads(2);
		uploads.accepted("job_0", System.nanoTime() - Duration.ofMinutes(10).toNanos());
		uploads.completed(uploads.dueToEnd().getFirst(), "img_0");
		uploads.accepted("job_1", System.nanoTime());
		assertThat(uploads.underWay()).isEqualTo(1);
		assertThat(uploads.dueToEnd()).isEmpty();
		uploads.accepted("job_2", System.nanoTime() - Duration.ofMinutes(9).toNanos());
		assertThat(uploads.dueToEnd()).extracting(Uploads.Pending::jobId).containsExactly("job_2");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void serviceThatHasEndedIsNotWaitedFor() throws Exception {
		Process ended = new ProcessBuilder("true").start();
		ended.waitFor();
		this.service.jobs(FakeService::running);
		assertThatExceptionOfType(BenchmarkFailedException.class)
			.isThrownBy(() -> phase(ended.pid()).run("flood", 1, Arrivals.flood(1)))
			.withMessageStartingWith("flood: the service has ended; ");
	}

	private PhaseResult run(int uploads, Arrivals arrivals) throws Exception {
		return phase(ProcessHandle.current().pid()).run("flood", uploads, arrivals);
	}

	private Phase phase(long pid) throws IOException {
		return new Phase(new IngestClient(this.service.address()), PhotoFolder.of(this.folder),
				new ProcessTree(List.of(pid), ProcessReadings.ofThisSystem()));
	}

}
