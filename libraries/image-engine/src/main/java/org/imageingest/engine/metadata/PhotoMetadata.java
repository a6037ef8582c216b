package org.imageingest.engine.metadata;

import java.util.List;

import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a photo, after the policy.
 *
 * @param kept what may be told
 * @param removed codes of the groups that were present and are not kept
 * @param colour what the file says about its colours
 * @param orientationTag how the file says that the picture is turned, 1 to 8; null if it
 * does not say so
 * @param damaged true if some metadata could not be read, or is too large to be
 * @param profileTooLarge true if there is a colour profile that is too large to be used
 * @param mayTellLocation true unless the whole file was searched and has nothing that
 * could tell where it was taken
 */
public record PhotoMetadata(ImageMetadata kept, List<String> removed, ColourTags colour,
		@Nullable Integer orientationTag, boolean damaged, boolean profileTooLarge, boolean mayTellLocation) {

	public PhotoMetadata {
		removed = List.copyOf(removed);
	}

}
