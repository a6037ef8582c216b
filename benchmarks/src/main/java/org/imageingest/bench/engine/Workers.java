package org.imageingest.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageingest.bench.report.BenchmarkFailedException;

/**
 * Threads that work on one photo each. Platform threads: native code would hold the
 * carrier of a virtual one.
 */
final class Workers implements AutoCloseable {

	private final ExecutorService threads;

	Workers(int count) {
		this.threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().name("worker-", 1).factory());
	}

	/**
	 * Does all the work.
	 * @param work the work on each photo, begun in this order
	 * @return what each took
	 * @throws BenchmarkFailedException if one failed
	 * @throws InterruptedException if the thread is interrupted
	 */
	List<PhotoRun> runAll(List<Callable<PhotoRun>> work) throws InterruptedException {
		List<PhotoRun> runs = new ArrayList<>();
		for (Future<PhotoRun> run : this.threads.invokeAll(work)) {
			try {
				runs.add(run.get());
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof BenchmarkFailedException failed) {
					throw failed;
				}
				throw new BenchmarkFailedException(String.valueOf(ex.getCause()), ex);
			}
		}
		return runs;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
