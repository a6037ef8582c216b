package org.imageingest.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.imageingest.bench.cli.CommandLine.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandLineTests {

	private static final Syntax SYNTAX = new Syntax("the usage", Set.of("uploads", "load"), Set.of("quick"));

	@Test
	void optionsStandBeforeOrBehindTheFolder(@TempDir Path folder) {
		CommandLine line = SYNTAX.parse(List.of("--uploads", "3", folder.toString(), "--load=0.5", "--quick"));
		assertThat(line.folder()).isEqualTo(folder);
		assertThat(line.number("uploads", 1, 1, 10)).isEqualTo(3);
		assertThat(line.share("load", 1, 2)).isEqualTo(0.5);
		assertThat(line.has("quick")).isTrue();
	}

	@Test
	void absentOptionsHaveTheirDefaults() {
		CommandLine line = SYNTAX.parse(List.of());
		assertThat(line.number("uploads", 7, 1, 10)).isEqualTo(7);
		assertThat(line.share("load", 0.8, 2)).isEqualTo(0.8);
		assertThat(line.has("quick")).isFalse();
		assertThat(line.has(Syntax.HELP)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-h", "--help" })
	void helpNeedsNothingElse(String argument) {
		assertThat(SYNTAX.parse(List.of(argument)).has(Syntax.HELP)).isTrue();
	}

	@Test
	void folderMustBeGivenAndExist(@TempDir Path folder) {
		assertWrong("Which folder?", () -> SYNTAX.parse(List.of()).folder());
		Path absent = folder.resolve("absent");
		assertWrong("Not a folder: " + absent, () -> SYNTAX.parse(List.of(absent.toString())).folder());
	}

	@Test
	void whatIsNotUnderstoodIsNamed() {
		assertWrong("Unknown option: --uplaods", () -> SYNTAX.parse(List.of("--uplaods=3")));
		assertWrong("Unknown option: --quick", () -> SYNTAX.parse(List.of("--quick=yes")));
		assertWrong("Option --uploads needs a value", () -> SYNTAX.parse(List.of("--uploads")));
		assertWrong("Unexpected argument: two", () -> SYNTAX.parse(List.of("one", "two")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "11", "-1", "many", "1.5", "", "99999999999" })
	void numbersOutOfBoundsAreRefused(String text) {
		CommandLine line = SYNTAX.parse(List.of("--uploads", text));
		assertWrong("--uploads takes a whole number from 1 to 10, not '" + text + "'",
				() -> line.number("uploads", 1, 1, 10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0.0", "2.1", "-1", "half", "", ".", "NaN" })
	void sharesOutOfBoundsAreRefused(String text) {
		CommandLine line = SYNTAX.parse(List.of("--load", text));
		assertWrong("--load takes a number above 0 and up to 2.0, not '" + text + "'", () -> line.share("load", 1, 2));
	}

	private static void assertWrong(String message, Runnable parsing) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(parsing::run)
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.usage()).isEqualTo("the usage"));
	}

}
