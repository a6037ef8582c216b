package org.imageingest.engine.metadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaptureDateTests {

	@Test
	void dateWithOffsetKeepsIt() {
		assertThat(CaptureDate.of("2024:06:15 14:30:00", "+02:00"))
			.isEqualTo(new CaptureDate("2024-06-15T14:30:00+02:00", false));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "   :  ", "+25:00", "02:00", "CEST" })
	void dateWithoutUsableOffsetIsLocal(String offset) {
		assertThat(CaptureDate.of("2024:06:15 14:30:00", offset))
			.isEqualTo(new CaptureDate("2024-06-15T14:30:00", true));
	}

	@ParameterizedTest
	@CsvSource({ "+00:00, +00:00", "Z, +00:00", "-03:30, -03:30" })
	void offsetsAreWrittenOut(String offset, String written) {
		assertThat(CaptureDate.of("2024:06:15 14:30:00", offset))
			.isEqualTo(new CaptureDate("2024-06-15T14:30:00" + written, false));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "0000:00:00 00:00:00", "    :  :     :  :  ", "2024:02:30 10:00:00",
			"2024:13:01 10:00:00", "2024:01:01 24:00:00", "2024:01:01 10:60:00", "yesterday", "2024:01:01" })
	void zeroAndInvalidDatesAreAbsent(String date) {
		assertThat(CaptureDate.of(date, "+02:00")).isNull();
	}

	@Test
	void secondsAreWrittenEvenIfZero() {
		assertThat(CaptureDate.of("1998:01:01 00:00:00\0", null).text()).isEqualTo("1998-01-01T00:00:00");
	}

}
