package org.imageingest.bench.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.bench.cli.UsageException;
import org.imageingest.engine.EngineChoice;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class EngineOptionsTests {

	@TempDir
	private Path folder;

	@Test
	void defaultsAreThoseOfTheUsage() {
		assertThat(parse())
			.isEqualTo(new EngineOptions(this.folder, 1, 3, Recipe.standard(), EngineChoice.AUTO, false, null));
		assertThat(parse().method()).isEqualTo(2);
	}

	@Test
	void methodReplacesTheRecipes() {
		EngineOptions options = parse("--method", "5");
		assertThat(options.method()).isEqualTo(5);
		assertThat(options.recipe().variants()).extracting(Variant::method).containsOnly(5);
		assertThat(options.recipe().variants()).extracting(Variant::fileName, Variant::quality, Variant::maxDimension)
			.isEqualTo(Recipe.standard()
				.variants()
				.stream()
				.map((variant) -> tuple(variant.fileName(), variant.quality(), variant.maxDimension()))
				.toList());
	}

	@Test
	void everythingElseCanBeChosen() {
		assertThat(parse("--workers=2", "--passes=5", "--engine=portable", "--in-process", "--out=kept")).isEqualTo(
				new EngineOptions(this.folder, 2, 5, Recipe.standard(), EngineChoice.PORTABLE, true, Path.of("kept")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fast", "", "Portable" })
	void engineThatThereIsNotIsRefusedWithThoseThatThereAre(String name) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse("--engine", name))
			.withMessage("There is no engine '" + name + "' to measure; there are: auto, planar, vips, portable");
	}

	@Test
	void helpNeedsNothingElse() {
		assertThat(EngineOptions.parse(List.of("--help"))).isEmpty();
	}

	private EngineOptions parse(String... options) {
		return EngineOptions.parse(Stream.concat(Stream.of(this.folder.toString()), Stream.of(options)).toList())
			.orElseThrow();
	}

}
