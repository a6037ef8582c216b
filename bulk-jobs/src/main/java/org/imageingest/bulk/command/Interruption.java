package org.imageingest.bulk.command;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.imageingest.bulk.lease.StopRequest;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * What Ctrl-C does: the first one lets the job finish the photos in hand, the second one
 * ends the process at once. Not a shutdown hook, since those run side by side: the
 * database would be closed before the job has noted where it is.
 */
final class Interruption {

	/** Exit codes of processes that were ended by a signal, as shells tell them. */
	private static final int BY_SIGNAL = 128;

	private final AtomicReference<@Nullable StopRequest> job = new AtomicReference<>();

	private final AtomicBoolean asked = new AtomicBoolean();

	private Interruption() {
	}

	/**
	 * Takes over the signals that ask this process to end.
	 * @return to be told of the job
	 */
	static Interruption install() {
		Interruption interruption = new Interruption();
		for (String name : List.of("INT", "TERM", "HUP")) {
			try {
				Signal.handle(new Signal(name), (signal) -> interruption.handle(BY_SIGNAL + signal.getNumber()));
			}
			catch (IllegalArgumentException ex) {
				// Not every system has it, or it is ignored by the wish of whoever
				// started this process (nohup); either way it does not end the process.
			}
		}
		return interruption;
	}

	/** Tells how jobs are stopped, once they can be. */
	void stops(StopRequest request) {
		this.job.set(request);
	}

	private void handle(int exitCode) {
		if (this.asked.getAndSet(true)) {
			System.err.println("Ended at once. The same command goes on where it committed last.");
			Runtime.getRuntime().halt(exitCode);
		}
		StopRequest running = this.job.get();
		if (running != null && running.isJobRunning()) {
			running.request();
			System.err.println("Stopping after the photos in hand; Ctrl-C again ends at once.");
		}
		else {
			System.exit(exitCode);
		}
	}

}
