package org.imageingest.model.recipe;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecipeTests {

	@Test
	void makesFourFilesByDefault() {
		assertThat(Recipe.standard().variants()).extracting(Variant::fileName)
			.containsExactly("thumbnail.webp", "thumbnail.jpg", "web.webp", "web.jpg");
	}

	@Test
	void refusesTwoVariantsWithOneFileName() {
		assertThatIllegalArgumentException().isThrownBy(() -> recipe(webp("small", 300), webp("small_legacy", 400)))
			.withMessageContaining("'small' and 'small_legacy'")
			.withMessageContaining("small.webp");
	}

	@Test
	void takesOneNameInTwoFormats() {
		assertThat(recipe(webp("small", 300), new Variant("small_legacy", VariantFormat.JPEG, 300, 85, 4)).variants())
			.hasSize(2);
	}

	@Test
	void needsAVariantAndAVersion() {
		assertThatIllegalArgumentException().isThrownBy(RecipeTests::recipe);
		assertThatIllegalArgumentException().isThrownBy(() -> new Recipe(0, List.of(webp("small", 300))));
	}

	@Test
	void refusesMoreVariantsThanAMessageCarries() {
		Variant[] many = IntStream.rangeClosed(0, Recipe.MAX_VARIANTS)
			.mapToObj((i) -> webp("v" + i, 300))
			.toArray(Variant[]::new);
		assertThatIllegalArgumentException().isThrownBy(() -> recipe(many)).withMessageContaining("21 variants");
	}

	@ParameterizedTest
	@CsvSource({ "WEBP,16383", "JPEG,65500" })
	void knowsTheLongestSideOfEachFormat(VariantFormat format, int longest) {
		assertThat(new Variant("huge", format, longest, 85, 4).maxDimension()).isEqualTo(longest);
		assertThatIllegalArgumentException().isThrownBy(() -> new Variant("huge", format, longest + 1, 85, 4))
			.withMessageContaining(String.valueOf(longest));
		assertThatIllegalArgumentException().isThrownBy(() -> new Variant("huge", format, 0, 85, 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "original", "preview", "", "Web", "1st", "a-b", "../x", "a.b",
			"a234567890123456789012345678901x" })
	void refusesNamesThatAreReservedOrUnfitForAKey(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> webp(name, 300));
	}

	@ParameterizedTest
	@CsvSource({ "0,4", "101,4", "85,-1", "85,7" })
	void refusesSettingsThatNoEncoderHas(int quality, int method) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Variant("web", VariantFormat.WEBP, 300, quality, method));
	}

	private static Recipe recipe(Variant... variants) {
		return new Recipe(1, List.of(variants));
	}

	private static Variant webp(String name, int maxDimension) {
		return new Variant(name, VariantFormat.WEBP, maxDimension, 85, 4);
	}

}
