package org.imageingest.bulk.progress;

import java.io.Console;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells how far the job is: by a line now and then, or by a bar on a terminal. Told by
 * the clock and not by commits, so that a job that stands still is seen to do so.
 */
@Component
public class ProgressLog {

	private static final Logger logger = LoggerFactory.getLogger(ProgressLog.class);

	private static final int WIDTH = 100;

	private final ProgressProperties properties;

	private @Nullable Running running;

	ProgressLog(ProgressProperties properties) {
		this.properties = properties;
	}

	/**
	 * Starts the clock.
	 * @param doneBefore items done by earlier executions
	 */
	public synchronized void begun(long doneBefore) {
		end();
		this.running = new Running(doneBefore);
	}

	/**
	 * Lets the items be counted beside the job.
	 * @param counting counts them all, those that are done included, until it is told to
	 * stop
	 */
	public synchronized void count(ToLongFunction<BooleanSupplier> counting) {
		if (this.running != null) {
			this.running.count = new ItemCount(counting);
		}
	}

	/**
	 * Tells of items that were done.
	 * @param done items done since the beginning of this execution
	 * @param counts all that the job has counted
	 */
	public synchronized void moved(long done, Object counts) {
		if (this.running != null) {
			this.running.done = done;
			this.running.counts = counts.toString();
		}
	}

	/**
	 * Tells the result.
	 * @param counts all that the job has counted
	 */
	public synchronized void ended(Object counts) {
		end();
		logger.info("{}", counts);
	}

	private void end() {
		if (this.running != null) {
			this.running.close();
			this.running = null;
		}
	}

	private boolean hasBar() {
		return switch (this.properties.bar()) {
			case ALWAYS -> true;
			case NEVER -> false;
			case AUTO -> isOnTerminal(System.console());
		};
	}

	private static boolean isOnTerminal(@Nullable Console console) {
		return console != null && console.isTerminal();
	}

	/** An execution that goes on. */
	private final class Running {

		private final long doneBefore;

		private final Pace pace = new Pace(System.nanoTime());

		private final @Nullable TerminalBar bar;

		private final ScheduledExecutorService clock = Executors
			.newSingleThreadScheduledExecutor((task) -> Thread.ofPlatform().daemon().name("progress").unstarted(task));

		private @Nullable ItemCount count;

		private long done;

		private String counts = "nothing read yet";

		Running(long doneBefore) {
			this.doneBefore = doneBefore;
			this.bar = hasBar() ? new TerminalBar(System.out, WIDTH, doneBefore) : null;
			long pause = (this.bar != null) ? TimeUnit.SECONDS.toMillis(1)
					: ProgressLog.this.properties.every().toMillis();
			this.clock.scheduleAtFixedRate(this::tell, pause, pause, TimeUnit.MILLISECONDS);
		}

		private void tell() {
			Progress progress = progress();
			if (this.bar != null) {
				this.bar.show(progress);
			}
			else {
				logger.info("{}", progress);
			}
		}

		private Progress progress() {
			synchronized (ProgressLog.this) {
				return new Progress(this.doneBefore + this.done, (this.count != null) ? this.count.total() : null,
						this.pace.at(System.nanoTime(), this.done), this.counts);
			}
		}

		void close() {
			this.clock.shutdownNow();
			if (this.count != null) {
				this.count.stop();
			}
			if (this.bar != null) {
				this.bar.show(progress());
				this.bar.close();
			}
		}

	}

}
