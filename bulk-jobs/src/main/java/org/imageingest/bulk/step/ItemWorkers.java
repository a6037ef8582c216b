package org.imageingest.bulk.step;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The threads that items are worked on by: a few more than there are worker processes, so
 * that some photos are fetched or stored while others are decoded. The step does not end
 * before they have: a restart would meet them.
 */
class ItemWorkers implements AsyncTaskExecutor, StepExecutionListener {

	private static final Duration END_LIMIT = Duration.ofHours(1);

	private final int threads;

	private @Nullable ThreadPoolExecutor pool;

	ItemWorkers(int threads) {
		this.threads = threads;
	}

	@Override
	public void beforeStep(StepExecution stepExecution) {
		this.pool = new ThreadPoolExecutor(this.threads, this.threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				Thread.ofPlatform().name("item-", 1).factory());
	}

	@Override
	public void execute(Runnable task) {
		ThreadPoolExecutor running = this.pool;
		if (running == null) {
			throw new RejectedExecutionException("The step has not begun");
		}
		running.execute(task);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
		ThreadPoolExecutor running = this.pool;
		if (running != null) {
			// Not interrupted: a photo in hand is finished and stored.
			running.getQueue().clear();
			running.shutdown();
			awaitEnd(running);
		}
		return null;
	}

	private static void awaitEnd(ThreadPoolExecutor running) {
		try {
			if (!running.awaitTermination(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("Photos in hand were not finished within " + END_LIMIT);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
