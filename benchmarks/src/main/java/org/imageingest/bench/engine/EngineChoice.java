package org.imageingest.bench.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageEngines;

/**
 * The engines that can be measured.
 */
enum EngineChoice {

	/** What production takes on this machine. */
	AUTO,

	/** The engine of every platform. */
	PORTABLE;

	ImageEngine create() {
		return switch (this) {
			case AUTO, PORTABLE -> ImageEngines.portable();
		};
	}

	/**
	 * Finds an engine.
	 * @param name its name on the command line
	 * @return the engine, if there is one of this name
	 */
	static Optional<EngineChoice> named(String name) {
		return Arrays.stream(values()).filter((choice) -> choice.word().equals(name)).findFirst();
	}

	/**
	 * Says that there is no such engine.
	 * @param name what was asked for
	 * @return a sentence that names those that there are
	 */
	static String refusal(String name) {
		return "There is no engine '%s' to measure; there are: %s".formatted(name,
				Arrays.stream(values()).map(EngineChoice::word).collect(Collectors.joining(", ")));
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
