package org.imageingest.processor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

class TimedEngineTests {

	private static final EngineRequest REQUEST = new EngineRequest(Path.of("photo"), Recipe.standard(),
			MetadataPolicy.standard(), ImageLimits.standard(), Path.of("out"));

	private final ImageEngine engine = mock(ImageEngine.class);

	@AfterEach
	void clearInterrupt() {
		Thread.interrupted();
	}

	@Test
	void returnsWhatTheEngineMade() throws Exception {
		EngineResult result = mock(EngineResult.class);
		given(this.engine.process(REQUEST)).willReturn(result);
		assertThat(timed(Duration.ofSeconds(10)).process(REQUEST)).isSameAs(result);
	}

	@Test
	void givesUpAPhotoThatTakesTooLongAndInterruptsTheEngine() throws Exception {
		CountDownLatch interrupted = new CountDownLatch(1);
		willAnswer((invocation) -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return null;
		}).given(this.engine).process(any());
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> timed(Duration.ofMillis(20)).process(REQUEST))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo("/problems/time-limit-exceeded"));
		assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void passesOnWhatTheEngineThrows() throws Exception {
		ProblemException corrupt = new ProblemException(Problem.of(ProblemType.CORRUPT_IMAGE, "No picture in it"));
		IOException diskFull = new IOException("No space left");
		willThrow(corrupt, diskFull).given(this.engine).process(any());
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> timed(Duration.ofSeconds(10)).process(REQUEST))
			.isSameAs(corrupt);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> timed(Duration.ofSeconds(10)).process(REQUEST))
			.isSameAs(diskFull);
	}

	@Test
	void anInterruptedWaitIsNoFaultOfThePhoto() throws Exception {
		willAnswer((invocation) -> {
			new CountDownLatch(1).await();
			return null;
		}).given(this.engine).process(any());
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedIOException.class)
			.isThrownBy(() -> timed(Duration.ofSeconds(10)).process(REQUEST));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	private TimedEngine timed(Duration limit) {
		return new TimedEngine(this.engine, limit);
	}

}
