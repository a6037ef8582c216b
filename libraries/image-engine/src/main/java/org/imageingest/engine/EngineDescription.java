package org.imageingest.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.format.ImageFormat;

/**
 * What an engine is made of, for operators.
 *
 * @param name its best renderer, lower-case word: {@code planar}, {@code vips} or
 * {@code portable}
 * @param libraries name and version of each image library in use
 * @param formats formats that variants are made of. Every other accepted format completes
 * without variants, with warning {@link EngineWarnings#FORMAT_NEEDS_NATIVE_ENGINE}
 * @param hints what would make the engine better, and how to get it; empty if nothing
 * would
 */
public record EngineDescription(String name, List<String> libraries, Set<ImageFormat> formats, List<String> hints) {

	public EngineDescription {
		libraries = List.copyOf(libraries);
		formats = formats.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(formats));
		hints = List.copyOf(hints);
	}

}
