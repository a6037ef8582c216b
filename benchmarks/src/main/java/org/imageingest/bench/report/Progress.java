package org.imageingest.bench.report;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Tells on standard error how far something is, not more often than a person reads.
 */
public final class Progress {

	private static final Duration INTERVAL = Duration.ofSeconds(2);

	private final String name;

	private final Supplier<String> state;

	private long shown = System.nanoTime();

	public Progress(String name, Supplier<String> state) {
		this.name = name;
		this.state = state;
	}

	/** Shows how far it is, if that was not shown just before. */
	public void show() {
		if (System.nanoTime() - this.shown >= INTERVAL.toNanos()) {
			finish();
		}
	}

	/** Shows how far it is. */
	public void finish() {
		this.shown = System.nanoTime();
		System.err.println(this.name + ": " + this.state.get());
	}

}
