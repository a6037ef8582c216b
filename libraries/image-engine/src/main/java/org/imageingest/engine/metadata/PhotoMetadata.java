package org.imageingest.engine.metadata;

import java.util.List;

import org.imageingest.model.storage.ImageMetadata;

/**
 * What was read from a photo, after the policy.
 *
 * @param kept what may be told
 * @param removed codes of the groups that were present and are not kept
 * @param colour what the file says about its colours
 * @param damaged true if some metadata could not be read
 */
public record PhotoMetadata(ImageMetadata kept, List<String> removed, ColourTags colour, boolean damaged) {

	public PhotoMetadata {
		removed = List.copyOf(removed);
	}

}
