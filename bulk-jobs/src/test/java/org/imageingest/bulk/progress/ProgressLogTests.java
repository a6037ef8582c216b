package org.imageingest.bulk.progress;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.imageingest.bulk.progress.ProgressProperties.Bar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class ProgressLogTests {

	private static final LoggingSystem LOGGING = LoggingSystem.get(ProgressLogTests.class.getClassLoader());

	/** Tests log less than applications do. */
	@BeforeAll
	static void tellProgress() {
		LOGGING.setLogLevel(ProgressLog.class.getName(), LogLevel.INFO);
	}

	@AfterAll
	static void beQuiet() {
		LOGGING.setLogLevel(ProgressLog.class.getName(), null);
	}

	@Test
	void aLineIsWrittenNowAndThenThoughNothingMoves(CapturedOutput output) {
		ProgressLog log = new ProgressLog(new ProgressProperties(Duration.ofMillis(20), Bar.AUTO));
		log.begun(40);
		await().untilAsserted(() -> assertThat(output).contains("nothing read yet; of ?"));
		log.count((stopped) -> 50);
		log.moved(5, "5 read");
		await().untilAsserted(() -> assertThat(output).contains("5 read; 90.0 % of 50"));
		log.ended("the end");
		assertThat(output).contains("the end");
	}

	@Test
	void countingEndsWithTheJob() throws Exception {
		CountDownLatch counted = new CountDownLatch(1);
		ProgressLog log = new ProgressLog(new ProgressProperties(Duration.ofHours(1), Bar.NEVER));
		log.begun(0);
		log.count((stopped) -> {
			await().until(stopped::getAsBoolean);
			counted.countDown();
			throw new CancellationException();
		});
		log.ended("the end");
		assertThat(counted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aSourceThatCannotBeCountedIsSaid(CapturedOutput output) {
		ProgressLog log = new ProgressLog(new ProgressProperties(Duration.ofHours(1), Bar.NEVER));
		log.begun(0);
		log.count((stopped) -> {
			throw new IllegalStateException("planned failure");
		});
		await().untilAsserted(() -> assertThat(output).contains("could not be counted").contains("planned failure"));
		log.ended("the end");
	}

	@Test
	void aBarTakesThePlaceOfTheLines(CapturedOutput output) {
		ProgressLog log = new ProgressLog(new ProgressProperties(Duration.ofMillis(1), Bar.ALWAYS));
		log.begun(0);
		log.count((stopped) -> 50);
		log.moved(25, "25 read");
		await().untilAsserted(() -> assertThat(output.getOut()).contains("50% [").contains("25/50"));
		log.ended("the end");
		assertThat(output).doesNotContain("items a second");
	}

	@Test
	void aPauseOfNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ProgressProperties(Duration.ZERO, Bar.AUTO))
			.withMessageContaining("bulk.progress.every");
	}

}
