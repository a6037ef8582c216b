package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.engine.worker.protocol.Answer.FailedForNow;
import org.imageingest.engine.worker.protocol.Answer.Faulty;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.Refused;
import org.imageingest.model.problem.Problem;

/**
 * What a worker says to a photo: a number for its kind, then its components.
 */
final class AnswerCodec implements Codec<Answer> {

	private static final int MADE = 1;

	private static final int REFUSED = 2;

	private static final int FAILED_FOR_NOW = 3;

	private static final int FAULTY = 4;

	private static final Codec<Made> RESULT = new MadeCodec();

	private static final Codec<Problem> PROBLEM = new ProblemCodec();

	@Override
	public void write(Answer answer, FieldWriter fields) {
		switch (answer) {
			case Made made -> {
				fields.number(MADE);
				fields.value(made, RESULT);
			}
			case Refused refused -> {
				fields.number(REFUSED);
				fields.value(refused.problem(), PROBLEM);
			}
			case FailedForNow failed -> {
				fields.number(FAILED_FOR_NOW);
				fields.text(failed.reason());
			}
			case Faulty faulty -> {
				fields.number(FAULTY);
				fields.text(faulty.reason());
			}
		}
	}

	@Override
	public Answer read(FieldReader fields) throws IOException {
		int kind = fields.number();
		return switch (kind) {
			case MADE -> fields.value(RESULT);
			case REFUSED -> new Refused(fields.value(PROBLEM));
			case FAILED_FOR_NOW -> new FailedForNow(fields.text());
			case FAULTY -> new Faulty(fields.text());
			default -> throw new ProtocolException("There is no answer of kind " + kind);
		};
	}

}
