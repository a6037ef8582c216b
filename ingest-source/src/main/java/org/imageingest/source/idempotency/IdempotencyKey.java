package org.imageingest.source.idempotency;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The name that a client gave to a request: unique for each owner and operation.
 *
 * @param owner subject of the client
 * @param operation what was asked for
 * @param value the name
 * @see <a href=
 * "https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 * Idempotency-Key HTTP Header Field</a>
 */
record IdempotencyKey(String owner, String operation, String value) {

	static final String HEADER = "Idempotency-Key";

	private static final int LENGTH = 255;

	/** A string of RFC 8941: printable ASCII, quote and backslash escaped. */
	private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");

	/** What most clients send, although the draft asks for quotes. */
	private static final Pattern BARE = Pattern.compile("[!#-~][!-~]*");

	static @Nullable IdempotencyKey of(HttpServletRequest request, String owner, String operation) {
		List<String> values = Collections.list(request.getHeaders(HEADER));
		if (values.isEmpty()) {
			return null;
		}
		if (values.size() > 1) {
			throw invalid("The header " + HEADER + " is there " + values.size() + " times");
		}
		return new IdempotencyKey(owner, operation, parse(values.getFirst().strip()));
	}

	private static String parse(String text) {
		String value = QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
				: text;
		if (value.isEmpty() || (value.equals(text) && !BARE.matcher(text).matches())) {
			throw invalid("The value of " + HEADER + " is neither a quoted string nor printable ASCII without blanks");
		}
		if (value.length() > LENGTH) {
			throw new ProblemException(Problem.overLimit(ProblemType.INVALID_IDEMPOTENCY_KEY,
					"The value of " + HEADER + " has " + value.length() + " characters, the limit is " + LENGTH, LENGTH,
					value.length()));
		}
		return value;
	}

	private static ProblemException invalid(String detail) {
		return new ProblemException(Problem.of(ProblemType.INVALID_IDEMPOTENCY_KEY, detail));
	}

}
