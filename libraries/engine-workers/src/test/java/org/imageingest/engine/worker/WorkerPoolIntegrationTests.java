package org.imageingest.engine.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngines;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.testkit.TestBmp;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

class WorkerPoolIntegrationTests {

	private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

	@TempDir
	private Path root;

	@Test
	void answersWhatTheEngineAnswersInThisProcess() throws Exception {
		try (TestRun run = run(1)) {
			EngineRequest apart = run.request("photo");
			EngineRequest here = run.request("photo");
			EngineResult result = run.pool().process(apart);
			EngineResult expected = ImageEngines.create(EngineChoice.PORTABLE).process(here);
			assertThat(result).usingRecursiveComparison().ignoringFields("variants").isEqualTo(expected);
			assertThat(result.variants()).extracting(RenderedVariant::variant).isEqualTo(apart.recipe().variants());
			for (int i = 0; i < expected.variants().size(); i++) {
				assertThat(result.variants().get(i).file()).hasSameBinaryContentAs(expected.variants().get(i).file())
					.hasParent(apart.outputDirectory());
			}
			assertThat(run.pool().description().name()).isEqualTo("portable");
			assertThat(run.pool().state()).isEqualTo(new PoolState(1, 1, 0, 1, 0, ""));
		}
	}

	@Test
	void refusesWhatTheEngineRefuses() throws Exception {
		try (TestRun run = run(1)) {
			EngineRequest request = run.request("photo");
			Files.writeString(request.source(), "no picture at all");
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> run.pool().process(request))
				.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo("/problems/unsupported-image-type"));
		}
	}

	@Test
	void photosAreWorkedOnSideBySideAndThoseThatWaitGetTheirTurn() throws Exception {
		try (TestRun run = run(2); ExecutorService callers = Executors.newFixedThreadPool(6)) {
			List<EngineRequest> requests = new ArrayList<>();
			for (int i = 0; i < 24; i++) {
				requests.add(run.request("photo"));
			}
			List<Future<EngineResult>> results = callers.invokeAll(
					requests.stream().<Callable<EngineResult>>map((next) -> () -> run.pool().process(next)).toList());
			Set<Long> pids = new HashSet<>();
			for (int i = 0; i < results.size(); i++) {
				assertThat(results.get(i).get().variants()).hasSize(4);
				pids.addAll(TestRun.pids(requests.get(i)));
			}
			assertThat(pids).hasSize(2);
			assertThat(run.pool().state().photos()).isEqualTo(24);
		}
	}

	@Test
	void onlyAPhotoAloneHasSeveralThreads() throws Exception {
		Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs a machine of several cores");
		try (TestRun run = run(2); ExecutorService callers = Executors.newSingleThreadExecutor()) {
			EngineRequest alone = run.request("photo");
			run.pool().process(alone);
			assertThat(TestRun.threads(alone)).containsExactly(2);
			EngineRequest hanging = run.request("hang");
			callers.submit(() -> run.pool().process(hanging));
			await().until(() -> !TestRun.pids(hanging).isEmpty());
			EngineRequest beside = run.request("photo");
			run.pool().process(beside);
			assertThat(TestRun.threads(beside)).containsExactly(1);
			run.pool().close();
		}
	}

	@Test
	void aWorkerIsReplacedAfterItsPhotos() throws Exception {
		try (TestRun run = new TestRun(this.root, FaultyWorker.class,
				new WorkerOptions(EngineChoice.PORTABLE, 1, TestRun.MEMORY, 2, TIME_LIMIT))) {
			List<Long> pids = new ArrayList<>();
			for (int i = 0; i < 5; i++) {
				EngineRequest request = run.request("photo");
				run.pool().process(request);
				pids.addAll(TestRun.pids(request));
			}
			assertThat(pids).hasSize(5);
			assertThat(new HashSet<>(pids)).hasSize(3);
			assertThat(run.pool().state().lost()).isZero();
		}
	}

	@Test
	void aWorkerThatHasGrownIsReplaced() throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux tells the memory of a process");
		// A quarter of it is less than a worker has anyway.
		try (TestRun run = new TestRun(this.root, FaultyWorker.class,
				new WorkerOptions(EngineChoice.PORTABLE, 1, WorkerOptions.MIN_MEMORY_BYTES, 1000, TIME_LIMIT))) {
			EngineRequest first = run.request("photo");
			run.pool().process(first);
			EngineRequest second = run.request("photo");
			run.pool().process(second);
			assertThat(TestRun.pids(first)).doesNotContainAnyElementsOf(TestRun.pids(second));
		}
	}

	@Test
	void aBitmapOf12MegapixelsFitsIntoTheHeapOfANativeWorker() throws Exception {
		try (TestRun run = new TestRun(this.root, EngineWorker.class,
				new WorkerOptions(EngineChoice.PLANAR, 1, WorkerOptions.DEFAULT_MEMORY_BYTES, 1000, TIME_LIMIT))) {
			EngineRequest request = run.request("photo");
			Files.write(request.source(),
					TestBmp.plain(new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB), 4, false));
			assertThat(run.pool().process(request).variants()).hasSize(4);
		}
	}

	@Test
	void tellsWhyNoWorkerStarts() throws Exception {
		assertThatIOException().isThrownBy(() -> new TestRun(this.root, DeadWorker.class, WorkerOptions.standard()))
			.withMessageStartingWith("No worker for images can be started")
			.withMessageContaining("exit code is 6")
			.withMessageContaining("libnothing.so.1 is missing");
		await().until(() -> TestRun.children() == 0);
	}

	@Test
	void theEnvironmentOfTheServiceIsNotHandedOn() throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/environ")), "only Linux shows environments");
		try (TestRun run = run(1)) {
			long pid = ProcessHandle.current().children().findFirst().orElseThrow().pid();
			List<String> names = Stream
				.of(Files.readString(Path.of("/proc", Long.toString(pid), "environ")).split("\0"))
				.map((variable) -> variable.split("=")[0])
				.toList();
			assertThat(names).contains("PATH", "MALLOC_ARENA_MAX", "VIPS_BLOCK_UNTRUSTED").doesNotContain("JAVA_HOME");
			assertThat(run.pool().state().alive()).isOne();
		}
	}

	@Test
	void workersOutlastTheSignalsThatStopTheService() throws Exception {
		Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no SIGTERM");
		try (TestRun run = run(1)) {
			ProcessHandle worker = ProcessHandle.current().children().findFirst().orElseThrow();
			// SIGTERM
			assertThat(worker.destroy()).isTrue();
			EngineRequest request = run.request("photo");
			run.pool().process(request);
			assertThat(TestRun.pids(request)).containsExactly(worker.pid());
			assertThat(run.pool().state().lastFailure()).isEmpty();
		}
	}

	@Test
	void theHealthTestWaitsForNobody() throws Exception {
		try (TestRun run = run(1); ExecutorService callers = Executors.newSingleThreadExecutor()) {
			assertThat(run.process(run.pool().whileIdle(Duration.ofSeconds(5)), "photo").variants()).hasSize(4);
			EngineRequest hanging = run.request("hang");
			callers.submit(() -> run.pool().process(hanging));
			await().until(() -> !TestRun.pids(hanging).isEmpty());
			assertThatExceptionOfType(NoIdleWorkerException.class)
				.isThrownBy(() -> run.process(run.pool().whileIdle(Duration.ofSeconds(5)), "photo"));
			run.pool().close();
		}
	}

	@Test
	void whoWaitsForAWorkerIsToldOfTheEnd() throws Exception {
		try (TestRun run = run(1); ExecutorService callers = Executors.newFixedThreadPool(2)) {
			EngineRequest hanging = run.request("hang");
			Future<EngineResult> working = callers.submit(() -> run.pool().process(hanging));
			await().until(() -> !TestRun.pids(hanging).isEmpty());
			EngineRequest photo = run.request("photo");
			Future<EngineResult> waiting = callers.submit(() -> run.pool().process(photo));
			run.pool().close();
			assertThat(working).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(IOException.class);
			assertThat(waiting).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(IOException.class);
		}
	}

	private TestRun run(int workers) throws Exception {
		return new TestRun(this.root, workers, TIME_LIMIT);
	}

}
