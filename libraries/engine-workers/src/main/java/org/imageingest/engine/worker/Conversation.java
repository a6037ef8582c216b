package org.imageingest.engine.worker;

import java.io.IOException;
import java.time.Duration;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.worker.protocol.Answer;
import org.imageingest.engine.worker.protocol.Answer.FailedForNow;
import org.imageingest.engine.worker.protocol.Answer.Faulty;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.Refused;
import org.imageingest.engine.worker.protocol.ProtocolException;
import org.imageingest.engine.worker.protocol.Requests;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * One photo and what a worker says to it.
 */
final class Conversation {

	private Conversation() {
	}

	/**
	 * Hands a photo to a worker and waits for its answer.
	 * @param worker the worker
	 * @param request the photo
	 * @param limit longest wait
	 * @return the result
	 * @throws ProblemException if the photo is refused, or the engine has a fault
	 * @throws IOException if something failed that may work later
	 * @throws WorkerLostException if the worker crashed, hung or answered what cannot be;
	 * it is dead then
	 * @throws InterruptedException if the wait is interrupted; the worker is dead then
	 */
	static EngineResult with(WorkerProcess worker, EngineRequest request, Duration limit)
			throws IOException, WorkerLostException, InterruptedException {
		byte[] message = worker.ask(Requests.CODEC.toMessage(request), limit);
		try {
			return switch (Answer.CODEC.fromMessage(message)) {
				case Made made -> CheckedResult.of(made, request);
				case Refused refused -> throw new ProblemException(refused.problem());
				case FailedForNow failed -> throw new IOException("A worker failed: " + failed.reason());
				case Faulty faulty -> throw faulty(faulty.reason());
			};
		}
		catch (ProtocolException ex) {
			throw worker.lost("answered what cannot be: " + ex.getMessage());
		}
	}

	/** Java code failed the same way again. */
	private static ProblemException faulty(String reason) {
		return new ProblemException(
				Problem.of(ProblemType.DECODER_CRASHED, "The decoder failed while it worked on this photo"),
				new IllegalStateException(reason));
	}

}
