package org.imageingest.standalone.cancel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stops the first that passes a place, until it is opened.
 */
final class Gate {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final AtomicReference<Stop> stop = new AtomicReference<>();

	/** Closes the gate at a place; what has passed it already goes on. */
	Stop closeAt(Place place) {
		Stop next = new Stop(place, new CountDownLatch(1), new CountDownLatch(1));
		this.stop.set(next);
		return next;
	}

	void pass(String app, String method, boolean before) {
		Stop current = this.stop.get();
		if (current != null && current.place.isAt(app, method, before) && this.stop.compareAndSet(current, null)) {
			current.reached.countDown();
			await(current.opened, "The test did not open the gate");
		}
	}

	private static void await(CountDownLatch latch, String otherwise) {
		try {
			if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException(otherwise);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Who stands at a closed gate.
	 *
	 * @param place where the gate is
	 * @param reached open once someone stands there
	 * @param opened open once he may go on
	 */
	record Stop(Place place, CountDownLatch reached, CountDownLatch opened) {

		void awaitArrival() {
			await(this.reached, "Nobody came to " + this.place);
		}

		void open() {
			this.opened.countDown();
		}

	}

}
