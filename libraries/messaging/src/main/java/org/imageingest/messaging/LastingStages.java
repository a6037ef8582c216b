package org.imageingest.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.imageingest.model.message.JobEvent;

/**
 * Lets through the progress of jobs that stay where they are for a while. Most stages are
 * over before anybody could read of them, and each costs a message and a statement.
 */
final class LastingStages implements AutoCloseable {

	private final Map<String, JobEvent> waiting = new ConcurrentHashMap<>();

	/** Once it is closed, nobody needs to know what is still reached. */
	private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().name("lasting-stages").daemon().factory(), new DiscardPolicy());

	private final Duration delay;

	private final Consumer<JobEvent> told;

	/**
	 * Creates it.
	 * @param delay how long a stage has to last; nothing waits where it is zero
	 * @param told takes the progress that is to be told, in a thread of this object
	 */
	LastingStages(Duration delay, Consumer<JobEvent> told) {
		this.delay = delay;
		this.told = told;
	}

	/**
	 * Takes the news that a job reached a stage, in place of those of its last one.
	 * @param progress the news
	 */
	void reached(JobEvent progress) {
		if (this.delay.isZero()) {
			this.told.accept(progress);
			return;
		}
		this.waiting.put(progress.jobId(), progress);
		this.clock.schedule(() -> tellIfStillThere(progress), this.delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Drops what is not told yet of a job that is over.
	 * @param jobId the job
	 */
	void left(String jobId) {
		this.waiting.remove(jobId);
	}

	private void tellIfStillThere(JobEvent progress) {
		if (this.waiting.remove(progress.jobId(), progress)) {
			this.told.accept(progress);
		}
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
