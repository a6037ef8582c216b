package org.imageingest.bench.pipeline;

import java.io.IOException;
import java.time.Duration;

import org.imageingest.bench.pipeline.Uploads.Pending;

/**
 * Finds out which jobs are at their end, at a price that the service hardly feels: a
 * question costs it some milliseconds of processor time, and what is asked in vain would
 * be measured with the rest. Jobs end nearly in the order in which they began, so only
 * the oldest are asked for, and none before it can be done.
 */
final class StatusWatch {

	/** About as many as the service works on at a time. */
	static final int STILL_RUNNING = Runtime.getRuntime().availableProcessors();

	/** A queue so short is looked at closely: its times are short too. */
	private static final int SHORT_QUEUE = 4;

	private static final Duration CLOSE_INTERVAL = Duration.ofMillis(150);

	/** Behind a long queue, less than a hundredth of what a job waits for. */
	private static final Duration WIDE_INTERVAL = Duration.ofMillis(400);

	private final IngestClient client;

	private final Uploads uploads;

	StatusWatch(IngestClient client, Uploads uploads) {
		this.client = client;
		this.uploads = uploads;
	}

	/** Asks for the oldest jobs until enough of them were still running. */
	void look() throws InterruptedException {
		int running = 0;
		for (Pending pending : this.uploads.dueToEnd()) {
			switch (status(pending)) {
				case JobStatus.Completed completed -> this.uploads.completed(pending, completed.imageId());
				case JobStatus.Failed failed -> this.uploads.failed(pending, failed.reason());
				case JobStatus.Running _ -> running++;
			}
			if (running == STILL_RUNNING) {
				return;
			}
		}
	}

	/**
	 * Returns when to look again.
	 * @return time to wait
	 */
	Duration interval() {
		return (this.uploads.underWay() <= SHORT_QUEUE) ? CLOSE_INTERVAL : WIDE_INTERVAL;
	}

	/** No answer is no end: whether the service still runs is looked at elsewhere. */
	private JobStatus status(Pending pending) throws InterruptedException {
		try {
			return this.client.status(pending.jobId());
		}
		catch (IOException ex) {
			return new JobStatus.Running();
		}
	}

}
