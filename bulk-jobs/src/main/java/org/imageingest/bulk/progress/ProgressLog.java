package org.imageingest.bulk.progress;

import java.time.Duration;

import org.imageingest.bulk.BulkProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Writes a line about the progress now and then.
 */
@Component
public class ProgressLog {

	private static final Logger logger = LoggerFactory.getLogger(ProgressLog.class);

	private final Duration interval;

	private long begunAt;

	private long toldAt;

	ProgressLog(BulkProperties properties) {
		this.interval = properties.progressInterval();
	}

	/** Starts the clock. */
	public void begun() {
		this.begunAt = System.nanoTime();
		this.toldAt = this.begunAt;
	}

	/**
	 * Tells of items that were done.
	 * @param done items done since the beginning of this execution
	 * @param counts all that the job has counted
	 */
	public void moved(long done, Object counts) {
		long now = System.nanoTime();
		if (now - this.toldAt >= this.interval.toNanos()) {
			this.toldAt = now;
			double seconds = (now - this.begunAt) / 1e9;
			logger.info("{}; {} items a second", counts, "%.1f".formatted(done / seconds));
		}
	}

	/**
	 * Tells the result.
	 * @param counts all that the job has counted
	 */
	public void ended(Object counts) {
		logger.info("{}", counts);
	}

}
