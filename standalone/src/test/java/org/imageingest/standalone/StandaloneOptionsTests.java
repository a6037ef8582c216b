package org.imageingest.standalone;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StandaloneOptionsTests {

	@Test
	void defaultsAreThoseOfTheUsage() {
		assertThat(StandaloneOptions.parse(List.of())).hasValue(new StandaloneOptions(8080, Path.of("./data")));
	}

	@Test
	void optionsTakeTheirValueAfterASpaceOrAnEqualsSign() {
		assertThat(StandaloneOptions.parse(List.of("--port", "9090", "--data=/var/lib/photos")))
			.hasValue(new StandaloneOptions(9090, Path.of("/var/lib/photos")));
	}

	@Test
	void helpNeedsNothingElse() {
		assertThat(StandaloneOptions.parse(List.of("--help"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "-1", "65536", "", "999999" })
	void whatIsNoPortIsRefused(String port) {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> StandaloneOptions.parse(List.of("--port", port)));
	}

	@Test
	void unknownOptionIsNamed() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> StandaloneOptions.parse(List.of("--prot", "8080")))
			.withMessage("Unknown option: --prot");
	}

	@Test
	void optionWithoutItsValueIsNamed() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> StandaloneOptions.parse(List.of("--data")))
			.withMessage("Option --data needs a value");
	}

}
