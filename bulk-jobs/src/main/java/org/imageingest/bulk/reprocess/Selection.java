package org.imageingest.bulk.reprocess;

import java.time.Instant;

import org.imageingest.model.storage.ImageDocument;
import org.jspecify.annotations.Nullable;

/**
 * The images to work on: those that all conditions hold for.
 *
 * @param prefix what their names begin with; empty for any
 * @param createdFrom published then or later; null for any time
 * @param createdBefore published earlier; null for any time
 * @param recipeOlderThan made by a version of the recipe below this; 0 for any
 * @param onlyMissing whether to make only what is missing
 */
public record Selection(String prefix, @Nullable Instant createdFrom, @Nullable Instant createdBefore,
		int recipeOlderThan, boolean onlyMissing) {

	boolean takes(ImageDocument document) {
		return (this.createdFrom == null || !document.createdAt().isBefore(this.createdFrom))
				&& (this.createdBefore == null || document.createdAt().isBefore(this.createdBefore))
				&& (this.recipeOlderThan == 0 || document.recipeVersion() < this.recipeOlderThan);
	}

}
