package org.imageingest.source.problem;

import java.util.List;
import java.util.Map;

import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What a client should know of a problem.
 *
 * @param type the problem
 * @param means what has happened
 * @param because why it happens
 * @param remedy what the client can do
 * @param members what its document has besides the members of every problem, each with
 * its meaning
 * @param headers headers of the answer that matter
 */
record ProblemDescription(ProblemType type, String means, List<String> because, String remedy,
		Map<String, String> members, List<String> headers) {

	/** Last part of the address. */
	String name() {
		return nameOf(this.type);
	}

	static String nameOf(ProblemType type) {
		return type.uri().substring(type.uri().lastIndexOf('/') + 1);
	}

	/**
	 * An entry of {@code problems.yml}.
	 *
	 * @param means what has happened
	 * @param because why it happens
	 * @param remedy what the client can do
	 * @param members further members, if any
	 * @param headers headers that matter, if any
	 */
	record Entry(String means, List<String> because, String remedy, @Nullable Map<String, String> members,
			@Nullable List<String> headers) {

		ProblemDescription of(ProblemType type) {
			return new ProblemDescription(type, this.means, this.because, this.remedy,
					(this.members != null) ? this.members : Map.of(),
					(this.headers != null) ? this.headers : List.of());
		}

	}

}
