package org.imageingest.engine.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the standard error of a worker to its end, so that the worker never waits for a
 * reader. Lines are logged as far as they are not too many, and the last ones are kept
 * for the report of a crash.
 */
final class StandardErrorTail implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(StandardErrorTail.class);

	private static final int LINE_BYTES = 500;

	private static final int KEPT_LINES = 25;

	private static final int LINES_A_PERIOD = 20;

	private static final Duration PERIOD = Duration.ofSeconds(10);

	private final long pid;

	private final InputStream input;

	private final Deque<String> last = new ArrayDeque<>();

	private long periodBegun = System.nanoTime();

	private int linesOfPeriod;

	StandardErrorTail(Process process) {
		this.pid = process.pid();
		this.input = process.getErrorStream();
	}

	@Override
	public void run() {
		byte[] line = new byte[LINE_BYTES];
		int length = 0;
		try (this.input) {
			for (int next = this.input.read(); next >= 0; next = this.input.read()) {
				if (next == '\n') {
					add(new String(line, 0, length, StandardCharsets.UTF_8));
					length = 0;
				}
				else if (length < line.length) {
					line[length++] = (byte) next;
				}
			}
		}
		catch (IOException ex) {
			logger.debug("The standard error of worker {} was closed", this.pid, ex);
		}
		if (length > 0) {
			add(new String(line, 0, length, StandardCharsets.UTF_8));
		}
	}

	/**
	 * Returns the last lines.
	 * @return with a line break before each
	 */
	String lines() {
		synchronized (this.last) {
			StringBuilder lines = new StringBuilder();
			this.last.forEach((line) -> lines.append("\n\t").append(line));
			return lines.toString();
		}
	}

	/** The JVM ends with code 1 or a signal where native memory is refused to itself. */
	boolean tellsOfMemory() {
		return lines().contains("insufficient memory for the Java Runtime Environment");
	}

	private void add(String raw) {
		// Nothing that a photo says may write lines of its own into a log.
		String line = raw.stripTrailing().replaceAll("\\p{Cntrl}", " ");
		if (line.isEmpty()) {
			return;
		}
		synchronized (this.last) {
			if (this.last.size() == KEPT_LINES) {
				this.last.removeFirst();
			}
			this.last.addLast(line);
		}
		log(line);
	}

	private void log(String line) {
		long now = System.nanoTime();
		if (now - this.periodBegun > PERIOD.toNanos()) {
			if (this.linesOfPeriod > LINES_A_PERIOD) {
				logger.info("Worker {}: {} more lines", this.pid, this.linesOfPeriod - LINES_A_PERIOD);
			}
			this.periodBegun = now;
			this.linesOfPeriod = 0;
		}
		if (++this.linesOfPeriod <= LINES_A_PERIOD) {
			logger.info("Worker {}: {}", this.pid, line);
		}
	}

}
