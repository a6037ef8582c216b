package org.imageingest.model.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error told to the client, in the members of RFC 9457. Where a limit was passed,
 * {@code limit} and {@code actual} name it in the unit that the detail states.
 *
 * @param type URI reference of the problem's documentation
 * @param title the same for every occurrence
 * @param status HTTP status
 * @param detail this occurrence, in a sentence
 * @param instance the request or job it happened to
 * @param limit the limit that was passed
 * @param actual the value that passed it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, @Nullable String instance,
		@Nullable Long limit, @Nullable Long actual) {

	public static Problem of(ProblemType type, String detail) {
		return new Problem(type.uri(), type.title(), type.status(), detail, null, null, null);
	}

	public static Problem overLimit(ProblemType type, String detail, long limit, long actual) {
		return new Problem(type.uri(), type.title(), type.status(), detail, null, limit, actual);
	}

	public Problem at(String occurrence) {
		return new Problem(this.type, this.title, this.status, this.detail, occurrence, this.limit, this.actual);
	}

}
