package org.imageingest.bench.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imageingest.bench.cli.CommandLine;
import org.imageingest.bench.cli.CommandLine.Syntax;
import org.imageingest.engine.EngineChoice;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the command was told.
 *
 * @param folder where the photos are
 * @param workers photos worked on at a time
 * @param passes how often each photo is measured
 * @param recipe the variants to make
 * @param engine the engine to measure
 * @param inProcess whether it works in this JVM, not in worker processes
 * @param out folder that keeps the variants, or {@code null}
 */
record EngineOptions(Path folder, int workers, int passes, Recipe recipe, EngineChoice engine, boolean inProcess,
		@Nullable Path out) {

	static final Syntax SYNTAX = new Syntax("""
			Usage: ./bench engine DIR [--workers 1] [--passes 3] [--method M] [--engine auto]
			                          [--in-process] [--out DIR]

			Makes the four variants of every JPEG in DIR and reads its metadata, in worker processes
			as the pipeline does, and measures that after a warm-up: processor time and memory of all
			processes together. The last line is JSON.

			  --workers N    photos at a time (default: 1)
			  --passes N     how often each photo is measured (default: 3)
			  --method M     effort for WebP, 0 (fast) to 6 (small), instead of the recipe's 2
			  --engine NAME  auto, planar, vips or portable (default: auto)
			  --in-process   without worker processes, in a JVM with the options of ./run
			  --out DIR      keeps the variants, in a folder for each photo
			  --help         this text

			JAVA_OPTS is handed to the JVM.
			""", Set.of("workers", "passes", "method", "engine", "out"), Set.of("in-process"));

	private static final int MOST_WORKERS = 256;

	private static final int MOST_PASSES = 10_000;

	private static final int MOST_EFFORT = 6;

	/**
	 * Reads the command line.
	 * @param arguments the arguments
	 * @return the options, or nothing if the help was asked for
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 */
	static Optional<EngineOptions> parse(List<String> arguments) {
		CommandLine line = SYNTAX.parse(arguments);
		if (line.has(Syntax.HELP)) {
			return Optional.empty();
		}
		String out = line.value("out");
		return Optional.of(new EngineOptions(line.folder(), line.number("workers", 1, 1, MOST_WORKERS),
				line.number("passes", 3, 1, MOST_PASSES), recipe(line), engine(line), line.has("in-process"),
				(out != null) ? Path.of(out) : null));
	}

	/**
	 * Returns the effort that WebP variants are encoded with.
	 * @return 0 to 6; the highest, should they differ
	 */
	int method() {
		return this.recipe.variants()
			.stream()
			.filter((variant) -> variant.format() == VariantFormat.WEBP)
			.mapToInt(Variant::method)
			.max()
			.orElse(0);
	}

	private static Recipe recipe(CommandLine line) {
		Recipe standard = Recipe.standard();
		if (line.value("method") == null) {
			return standard;
		}
		int method = line.number("method", 0, 0, MOST_EFFORT);
		return new Recipe(standard.version(),
				standard.variants()
					.stream()
					.map((variant) -> new Variant(variant.name(), variant.format(), variant.maxDimension(),
							variant.quality(), method))
					.toList());
	}

	private static EngineChoice engine(CommandLine line) {
		String name = line.value("engine");
		if (name == null) {
			return EngineChoice.AUTO;
		}
		return Arrays.stream(EngineChoice.values())
			.filter((choice) -> choice.word().equals(name))
			.findFirst()
			.orElseThrow(() -> line.wrong("There is no engine '%s' to measure; there are: %s".formatted(name,
					Arrays.stream(EngineChoice.values()).map(EngineChoice::word).collect(Collectors.joining(", ")))));
	}

}
