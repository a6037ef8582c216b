package org.imageingest.engine.worker;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;

/**
 * A worker was lost with the photo that it had. It is dead when this is thrown. The
 * message is for operators.
 */
final class WorkerLostException extends Exception {

	private final Loss loss;

	WorkerLostException(Loss loss, String message) {
		super(message);
		this.loss = loss;
	}

	/**
	 * Returns what the client is told if the photo costs a second worker.
	 * @param options limits of the workers
	 * @return the problem
	 */
	Problem problem(WorkerOptions options) {
		return switch (this.loss) {
			case CRASHED ->
				Problem.of(ProblemType.DECODER_CRASHED, "The decoder crashed twice while it worked on this photo");
			case HUNG -> overTime(options.timeLimit().toMillis());
			case OUT_OF_HEAP -> overMemory(options.heapBytes());
			case OUT_OF_MEMORY -> overMemory(options.memoryBytes());
		};
	}

	private static Problem overTime(long limitMillis) {
		return new Problem(ProblemType.TIME_LIMIT_EXCEEDED.uri(), ProblemType.TIME_LIMIT_EXCEEDED.title(),
				ProblemType.TIME_LIMIT_EXCEEDED.status(),
				"The photo was given up twice after %d ms, the limit for one photo".formatted(limitMillis), null,
				limitMillis, null);
	}

	private static Problem overMemory(long limitBytes) {
		return new Problem(ProblemType.MEMORY_LIMIT_EXCEEDED.uri(), ProblemType.MEMORY_LIMIT_EXCEEDED.title(),
				ProblemType.MEMORY_LIMIT_EXCEEDED.status(),
				"The photo needs more than %d bytes of memory, the limit for one photo".formatted(limitBytes), null,
				limitBytes, null);
	}

}
