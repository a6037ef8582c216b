package org.imageingest.bulk.step;

import org.imageingest.bulk.item.SourceItem;
import org.imageingest.model.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item.
 *
 * @param item the item
 * @param kind what became of it
 * @param problem why it was skipped
 */
public record ItemOutcome(SourceItem item, Kind kind, @Nullable Problem problem) {

	public static ItemOutcome of(SourceItem item, Kind kind) {
		return new ItemOutcome(item, kind, null);
	}

	public static ItemOutcome skipped(SourceItem item, Problem problem) {
		return new ItemOutcome(item, Kind.SKIPPED, problem);
	}

	/** What may become of an item. */
	public enum Kind {

		/** The image is there by this instance. */
		WRITTEN,

		/** The image was there before, and is as it was. */
		PRESENT,

		/** It could not be taken. */
		SKIPPED,

		/** The image was deleted meanwhile, and stays so. */
		FILTERED

	}

}
