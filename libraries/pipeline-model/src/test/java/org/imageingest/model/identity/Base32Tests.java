package org.imageingest.model.identity;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Base32Tests {

	/** The vectors of RFC 4648 section 10, in lower case and without padding. */
	@ParameterizedTest
	@CsvSource({ "'',''", "f,my", "fo,mzxq", "foo,mzxw6", "foob,mzxw6yq", "fooba,mzxw6ytb", "foobar,mzxw6ytboi" })
	void encodesTheVectorsOfTheStandard(String text, String encoded) {
		assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
	}

	@Test
	void takesBytesAsUnsigned() {
		assertThat(Base32.encode(new byte[] { (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff }))
			.isEqualTo("77777777");
		assertThat(Base32.encode(new byte[5])).isEqualTo("aaaaaaaa");
	}

}
