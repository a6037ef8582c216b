package org.imageingest.engine.worker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Photos that crash, hang in and fill real processes.
 */
class WorkerFaultsIntegrationTests {

	private static final Duration TIME_LIMIT = Duration.ofSeconds(8);

	@TempDir
	private static Path root;

	private static TestRun run;

	@BeforeAll
	static void start() throws Exception {
		run = new TestRun(root, 2, TIME_LIMIT);
	}

	@AfterAll
	static void leaveNothingBehind() throws Exception {
		run.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "segfault", "abort", "recursion", "exit", "garbage", "variants-outside",
			"variants-missing", "a-link" })
	void aPhotoThatBringsDownTwoWorkersFailsAloneAsACrash(String fault) throws Exception {
		Problem problem = failsAlone(fault);
		assertThat(problem.type()).isEqualTo("/problems/decoder-crashed");
		assertThat(problem.status()).isEqualTo(422);
	}

	@Test
	void aPhotoThatHangsInNativeCodeFailsAloneWithTheTimeLimit() throws Exception {
		Problem problem = failsAlone("hang");
		assertThat(problem.type()).isEqualTo("/problems/time-limit-exceeded");
		assertThat(problem.limit()).isEqualTo(TIME_LIMIT.toMillis());
	}

	@Test
	void aPhotoThatFillsTheHeapFailsAloneWithTheLimit() throws Exception {
		Problem problem = failsAlone("fill-heap");
		assertThat(problem.type()).isEqualTo("/problems/memory-limit-exceeded");
		assertThat(problem.limit()).isEqualTo(TestRun.MEMORY * 3 / 8);
	}

	@Test
	void aPhotoThatFillsNativeMemoryFailsAloneWithTheLimit() throws Exception {
		Assumptions.assumeTrue(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
				"only Linux limits the native memory of a process");
		Problem problem = failsAlone("fill-memory");
		assertThat(problem.type()).isEqualTo("/problems/memory-limit-exceeded");
		assertThat(problem.limit()).isEqualTo(TestRun.MEMORY);
	}

	@Test
	void anExceptionOfTheEngineFailsThePhotoAndCostsNoWorker() throws Exception {
		long lost = run.pool().state().lost();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> run.process("exception"))
			.satisfies((ex) -> assertThat(ex.problem().type()).isEqualTo("/problems/decoder-crashed"));
		assertThat(run.pool().state().lost()).isEqualTo(lost);
	}

	@Test
	void whatMayWorkLaterIsNoFaultOfThePhoto() throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> run.process("disk-full"))
			.withMessageContaining("No space left on device");
	}

	@Test
	void aPhotoWhoseWorkerIsKilledIsTriedAgainInAnotherAndCompletes() throws Exception {
		EngineRequest request = run.request("hang-once");
		CompletableFuture<EngineResult> result = CompletableFuture.supplyAsync(() -> process(request));
		await().atMost(Duration.ofSeconds(30)).until(() -> !TestRun.pids(request).isEmpty());
		ProcessHandle.of(TestRun.pids(request).getFirst()).orElseThrow().destroyForcibly();
		assertThat(result.join().variants()).hasSize(4);
		assertThat(TestRun.pids(request)).hasSize(2).doesNotHaveDuplicates();
		assertThat(request.outputDirectory().resolve("half-a-variant")).doesNotExist();
	}

	@Test
	void aWorkerThatIsKilledWhileIdleIsReplaced() {
		run.awaitAllAlive();
		List<ProcessHandle> workers = ProcessHandle.current().children().toList();
		workers.getFirst().destroyForcibly();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> !workers.getFirst().isAlive() && run.pool().state().alive() == 2);
	}

	@Test
	void whoIsInterruptedDoesNotWaitForAHangingWorker() throws Exception {
		EngineRequest request = run.request("hang");
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		Thread caller = Thread.ofPlatform().start(() -> {
			try {
				run.pool().process(request);
			}
			catch (IOException | RuntimeException ex) {
				thrown.complete(ex);
			}
		});
		await().atMost(Duration.ofSeconds(30)).until(() -> !TestRun.pids(request).isEmpty());
		assertTimeout(Duration.ofSeconds(5), () -> {
			caller.interrupt();
			assertThat(thrown.join()).isInstanceOf(InterruptedIOException.class);
		});
		assertThat(ProcessHandle.of(TestRun.pids(request).getFirst())).isEmpty();
		run.awaitAllAlive();
	}

	/** Asserts that it costs two workers, and no other photo. */
	private static Problem failsAlone(String fault) throws Exception {
		run.awaitAllAlive();
		EngineRequest request = run.request(fault);
		CompletableFuture<EngineResult> failing = CompletableFuture.supplyAsync(() -> process(request));
		await().atMost(Duration.ofSeconds(30)).until(() -> !TestRun.pids(request).isEmpty());
		while (!failing.isDone()) {
			assertThat(run.process("photo").variants()).hasSize(4);
		}
		assertThat(run.process("photo").variants()).hasSize(4);
		Throwable cause = failing.handle((result, ex) -> ex).join();
		assertThat(cause).isInstanceOf(CompletionException.class).cause().isInstanceOf(ProblemException.class);
		assertThat(TestRun.pids(request)).hasSize(2)
			.doesNotHaveDuplicates()
			.allSatisfy((pid) -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty());
		run.awaitAllAlive();
		assertThat(TestRun.children()).isEqualTo(2);
		assertThat(Files.exists(request.source())).isTrue();
		return ((ProblemException) cause.getCause()).problem();
	}

	private static EngineResult process(EngineRequest request) {
		try {
			return run.pool().process(request);
		}
		catch (IOException ex) {
			throw new CompletionException(ex);
		}
	}

}
