package org.imageingest.engine.worker;

/**
 * A worker that does not start.
 */
final class DeadWorker {

	private DeadWorker() {
	}

	public static void main(String[] args) {
		EngineWorker.serve(args, (choice) -> {
			throw new IllegalStateException("libnothing.so.1 is missing");
		});
	}

}
