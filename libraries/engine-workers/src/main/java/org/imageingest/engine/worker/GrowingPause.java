package org.imageingest.engine.worker;

import java.time.Duration;

/**
 * Waits between tries that fail: a second, two, four, up to a minute.
 */
final class GrowingPause {

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private Duration next = FIRST;

	Duration next() {
		return this.next;
	}

	/**
	 * Waits, longer with each time.
	 * @throws InterruptedException if the wait is interrupted
	 */
	void rest() throws InterruptedException {
		Thread.sleep(this.next);
		Duration longer = this.next.multipliedBy(2);
		this.next = (longer.compareTo(LONGEST) < 0) ? longer : LONGEST;
	}

}
