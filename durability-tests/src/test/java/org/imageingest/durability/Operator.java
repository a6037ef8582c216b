package org.imageingest.durability;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.imageingest.standalone.operator.OperatorCommand;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who types the commands of an operator.
 *
 * @param data the data folder
 */
record Operator(Path data) {

	/**
	 * Runs a command that has to work.
	 * @param command its words and options
	 * @return the lines that it prints
	 */
	List<String> runs(String... command) {
		Answer answer = tries(command);
		assertThat(answer.exitCode()).as(answer.toString()).isZero();
		return answer.out();
	}

	Answer tries(String... command) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		List<String> arguments = Stream.concat(Stream.of(command), Stream.of("--data", this.data.toString())).toList();
		int exitCode = OperatorCommand.run(arguments, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true));
		return new Answer(exitCode, out.toString().lines().toList(), err.toString());
	}

	record Answer(int exitCode, List<String> out, String err) {
	}

}
