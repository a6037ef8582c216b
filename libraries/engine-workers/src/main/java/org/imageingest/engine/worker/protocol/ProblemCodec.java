package org.imageingest.engine.worker.protocol;

import java.io.IOException;
import java.util.stream.Stream;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;

/**
 * A problem of the catalogue: what it is called and which status it has is known here,
 * whatever a worker says.
 */
final class ProblemCodec implements Codec<Problem> {

	/** More than any of ours; the detail is told to clients. */
	private static final int MAX_DETAIL_LENGTH = 2000;

	@Override
	public void write(Problem problem, FieldWriter fields) {
		fields.text(problem.type());
		fields.text(problem.detail().substring(0, Math.min(problem.detail().length(), MAX_DETAIL_LENGTH)));
		fields.optional(problem.limit(), fields::longNumber);
		fields.optional(problem.actual(), fields::longNumber);
	}

	@Override
	public Problem read(FieldReader fields) throws IOException {
		ProblemType type = type(fields.text());
		String detail = fields.text();
		if (detail.length() > MAX_DETAIL_LENGTH) {
			throw new ProtocolException("The detail of a problem has " + detail.length()
					+ " characters, which is over the limit of " + MAX_DETAIL_LENGTH);
		}
		return new Problem(type.uri(), type.title(), type.status(), detail, null, fields.optional(fields::longNumber),
				fields.optional(fields::longNumber));
	}

	private static ProblemType type(String uri) throws ProtocolException {
		return Stream.of(ProblemType.values())
			.filter((type) -> type.uri().equals(uri))
			.findFirst()
			.orElseThrow(() -> new ProtocolException("There is no such problem: " + uri));
	}

}
