package org.imageingest.bench.pipeline;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * When the uploads of a phase begin.
 */
interface Arrivals {

	/**
	 * Begins all uploads, each in a thread that may block.
	 * @param uploads how many
	 * @param upload sends one, named by its index
	 * @throws InterruptedException if the thread is interrupted between two of them
	 */
	void begin(int uploads, IntConsumer upload) throws InterruptedException;

	/**
	 * As many at once as there are senders: the next begins when one was answered.
	 * @param senders how many
	 * @return the arrivals
	 */
	static Arrivals flood(int senders) {
		return (uploads, upload) -> {
			AtomicInteger next = new AtomicInteger();
			for (int sender = 0; sender < Math.min(senders, uploads); sender++) {
				Thread.ofVirtual().start(() -> {
					for (int index = next.getAndIncrement(); index < uploads; index = next.getAndIncrement()) {
						upload.accept(index);
					}
				});
			}
		};
	}

	/**
	 * One in each interval, whether the former ones were answered or not.
	 * @param interval from one begin to the next
	 * @return the arrivals
	 */
	static Arrivals every(Duration interval) {
		return (uploads, upload) -> {
			long first = System.nanoTime();
			for (int i = 0; i < uploads; i++) {
				int index = i;
				long due = first + interval.multipliedBy(index).toNanos();
				Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
				Thread.ofVirtual().start(() -> upload.accept(index));
			}
		};
	}

}
