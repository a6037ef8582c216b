package org.imageingest.source.upload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilenamesTests {

	@ParameterizedTest
	@CsvSource({ "beach.jpg, beach.jpg", "../../etc/passwd, passwd", "'C:\\temp\\a.jpg', a.jpg", "/, unnamed",
			"'', unnamed", "'  ', unnamed" })
	void onlyTheLastPartOfAPathIsShown(String sent, String shown) {
		assertThat(Filenames.forDisplay(sent)).isEqualTo(shown);
	}

	@Test
	void aMissingNameHasAText() {
		assertThat(Filenames.forDisplay(null)).isEqualTo("unnamed");
	}

	@Test
	void controlAndDirectionCharactersAreDropped() {
		assertThat(Filenames.forDisplay("a\r\nSet-Cookie: b\u0000\u202Egpj.jpg")).isEqualTo("aSet-Cookie: bgpj.jpg");
	}

	@Test
	void longNamesAreCutBetweenCharacters() {
		String name = Filenames.forDisplay("x".repeat(254) + "\uD83D\uDCF7\uD83D\uDCF7");
		assertThat(name).hasSize(254);
		assertThat(Filenames.forDisplay("x".repeat(4096))).hasSize(255);
	}

}
