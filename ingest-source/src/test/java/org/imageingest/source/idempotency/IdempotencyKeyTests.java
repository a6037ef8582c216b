package org.imageingest.source.idempotency;

import org.imageingest.model.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdempotencyKeyTests {

	@Test
	void withoutTheHeaderThereIsNoKey() {
		assertThat(IdempotencyKey.of(new MockHttpServletRequest(), "anna", "upload")).isNull();
	}

	@Test
	void quotedAndBareNamesAreTheSame() {
		assertThat(value("8e03978e-40d5-43dd-bc93-6894a57f9324")).isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324");
		assertThat(value("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")).isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324");
		assertThat(value("\"a \\\"b\\\" \\\\c\"")).isEqualTo("a \"b\" \\c");
		assertThat(value(" x ")).isEqualTo("x");
		assertThat(value("\"" + "x".repeat(255) + "\"")).hasSize(255);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"\"", "\"", "\"open", "two words", "ümlaut", "\"a\"b\"", "\"a\\n\"", "\"a\";p=1" })
	void whatIsNoNameIsRefused(String text) {
		assertThatThrownBy(() -> value(text)).isInstanceOfSatisfying(ProblemException.class,
				(ex) -> assertThat(ex.problem().type()).isEqualTo("/problems/invalid-idempotency-key"));
	}

	@Test
	void aLongNameIsToldItsLimit() {
		assertThatThrownBy(() -> value("x".repeat(256))).isInstanceOfSatisfying(ProblemException.class, (ex) -> {
			assertThat(ex.problem().limit()).isEqualTo(255);
			assertThat(ex.problem().actual()).isEqualTo(256);
		});
	}

	@Test
	void twoNamesAreRefused() {
		MockHttpServletRequest request = request("a");
		request.addHeader(IdempotencyKey.HEADER, "b");
		assertThatThrownBy(() -> IdempotencyKey.of(request, "anna", "upload")).isInstanceOf(ProblemException.class);
	}

	private static String value(String header) {
		IdempotencyKey key = IdempotencyKey.of(request(header), "anna", "upload");
		assertThat(key).isNotNull();
		return key.value();
	}

	private static MockHttpServletRequest request(String header) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader(IdempotencyKey.HEADER, header);
		return request;
	}

}
