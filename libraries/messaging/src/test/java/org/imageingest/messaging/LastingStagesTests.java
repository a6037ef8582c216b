package org.imageingest.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobStage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * News are told in the order in which their time comes, so the last shows what went
 * before.
 */
class LastingStagesTests {

	private static final Duration DELAY = Duration.ofMillis(500);

	private static final JobEvent READING = progress("job_1", JobStage.EXTRACTING_METADATA);

	private static final JobEvent MAKING = progress("job_1", JobStage.GENERATING_VARIANTS);

	private static final JobEvent OF_ANOTHER = progress("job_2", JobStage.UPLOADING);

	private final BlockingQueue<JobEvent> told = new LinkedBlockingQueue<>();

	@Test
	void tellsAStageThatLasts() throws Exception {
		try (LastingStages stages = new LastingStages(DELAY, this.told::add)) {
			stages.reached(READING);
			assertThat(next()).isEqualTo(READING);
			stages.reached(MAKING);
			assertThat(next()).isEqualTo(MAKING);
		}
	}

	@Test
	void keepsAStageToItselfThatIsOvertaken() throws Exception {
		try (LastingStages stages = new LastingStages(DELAY, this.told::add)) {
			stages.reached(READING);
			stages.reached(MAKING);
			assertThat(next()).isEqualTo(MAKING);
			assertThat(this.told).isEmpty();
		}
	}

	@Test
	void keepsTheStageOfAJobToItselfThatIsOver() throws Exception {
		try (LastingStages stages = new LastingStages(DELAY, this.told::add)) {
			stages.reached(READING);
			stages.left(READING.jobId());
			stages.reached(OF_ANOTHER);
			assertThat(next()).isEqualTo(OF_ANOTHER);
			assertThat(this.told).isEmpty();
		}
	}

	@Test
	void isStillToBeAskedWhenItIsClosed() {
		LastingStages stages = new LastingStages(DELAY, this.told::add);
		stages.close();
		stages.reached(READING);
		assertThat(this.told).isEmpty();
	}

	@Test
	void tellsEachStageAtOnceWithoutADelay() {
		try (LastingStages stages = new LastingStages(Duration.ZERO, this.told::add)) {
			stages.reached(READING);
			stages.reached(MAKING);
			assertThat(this.told).containsExactly(READING, MAKING);
		}
	}

	private JobEvent next() throws InterruptedException {
		return this.told.poll(10, TimeUnit.SECONDS);
	}

	private static JobEvent progress(String jobId, JobStage stage) {
		return new JobEvent(1, "event_" + jobId + stage, jobId, 1, JobEvent.Type.PROGRESS, stage, stage.progress(),
				Instant.EPOCH, null, null, null);
	}

}
