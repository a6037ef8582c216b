package org.imageingest.bench.corpus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

class ExpectationTests {

	@Test
	void lineOfAManifestTellsOutcomeFactsAndSecrets() {
		Expectation expectation = of(
				"""
						{"group":"photos","kind":"jpeg","displayWidth":30,"displayHeight":40,"orientation":6,"make":"Canon ",
						"model":"EOS","captureDate":"2022:08:14 14:12:31","captureOffset":"+03:00","gpsLat":48.12345,
						"serialTags":{"a":"12345678","b":"EOS","c":"1"},"expected":"variants","tolerated":["original-only"]}""");

		assertThat(expectation.outcome()).isEqualTo(Outcome.VARIANTS);
		assertThat(expectation.tolerated()).containsExactly(Outcome.ORIGINAL_ONLY);
		assertThat(expectation.secrets()).containsExactly("12345678", "48.1235");
		assertThat(expectation.facts()).containsOnly(entry("width", "30"), entry("height", "40"),
				entry("orientation", "6"), entry("cameraMake", "Canon"), entry("cameraModel", "EOS"),
				entry("captureDate", "2022-08-14T14:12:31+03:00"));
	}

	@ParameterizedTest
	@CsvSource({ "0000:00:00 00:00:00,", "2022:02:30 10:00:00,", "2022:02:28 10:00:00.5,2022-02-28T10:00:00" })
	void dateIsToldOnlyIfItIsOne(String tag, String told) {
		assertThat(of("{\"expected\":\"variants\",\"captureDate\":\"" + tag + "\"}").facts())
			.containsEntry("captureDate", (told != null) ? told : "");
	}

	@Test
	void nothingIsExpectedToBeToldOfHostileFiles() {
		assertThat(of("{\"group\":\"hostile\",\"displayWidth\":3,\"expected\":\"reject\"}").facts()).isEmpty();
	}

	@Test
	void unknownOutcomeIsAnError() {
		assertThatIllegalArgumentException().isThrownBy(() -> of("{\"expected\":\"perhaps\"}"));
	}

	private static Expectation of(String line) {
		return Expectation.of(JsonMapper.shared().readTree(line));
	}

}
