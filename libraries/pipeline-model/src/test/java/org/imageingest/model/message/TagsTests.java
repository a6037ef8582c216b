package org.imageingest.model.message;

import java.util.Collections;

import org.imageingest.model.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TagsTests {

	@Test
	void blanksAndRepetitionsAreDropped() {
		assertThat(Tags.parse(" sea, sun ,,sea")).containsExactly("sea", "sun");
		assertThat(Tags.parse("")).isEmpty();
	}

	@Test
	void fiftyTagsOfAHundredCharactersAreTaken() {
		String longest = "x".repeat(98);
		String text = String.join(",", java.util.stream.IntStream.range(10, 60).mapToObj((i) -> longest + i).toList());
		assertThat(Tags.parse(text)).hasSize(50);
	}

	@Test
	void oneTagTooManyNamesLimitAndNumber() {
		String text = String.join(",", java.util.stream.IntStream.range(0, 51).mapToObj(String::valueOf).toList());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Tags.parse(text)).satisfies((ex) -> {
			assertThat(ex.problem().status()).isEqualTo(422);
			assertThat(ex.problem().limit()).isEqualTo(50);
			assertThat(ex.problem().actual()).isEqualTo(51);
		});
	}

	@Test
	void aTagTooLongNamesLimitAndLength() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Tags.parse("x".repeat(101)))
			.satisfies((ex) -> assertThat(ex.problem().actual()).isEqualTo(101));
		assertThat(Collections.frequency(Tags.parse("a,a"), "a")).isOne();
	}

}
