package org.imageingest.engine;

import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What an engine made of a photo.
 *
 * @param engine name of the renderer that made the variants; of the engine's best one if
 * there are none
 * @param format detected by content
 * @param metadata what the policy lets through
 * @param removed groups of tags that were present and are not kept; the words of
 * {@link org.imageingest.engine.metadata.TagGroup}
 * @param variants the variants made, in the order of the recipe
 * @param warnings what the client should know, in the words of {@link EngineWarnings}
 * @param placeholder ThumbHash of the variants, in base64; null if there are none
 * @param strippedOriginal copy of the source without its location; null if it was not
 * asked for, or there is nothing to be removed, or it cannot be, for which there is the
 * warning {@link EngineWarnings#ORIGINAL_LOCATION_KEPT}
 */
public record EngineResult(String engine, ImageFormat format, ImageMetadata metadata, List<String> removed,
		List<RenderedVariant> variants, List<String> warnings, @Nullable String placeholder,
		@Nullable Path strippedOriginal) {

	public EngineResult {
		removed = List.copyOf(removed);
		variants = List.copyOf(variants);
		warnings = List.copyOf(warnings);
	}

}
