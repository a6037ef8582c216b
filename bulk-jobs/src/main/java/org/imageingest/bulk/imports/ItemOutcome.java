package org.imageingest.bulk.imports;

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
record ItemOutcome(SourceItem item, Kind kind, @Nullable Problem problem) {

	static ItemOutcome of(SourceItem item, Kind kind) {
		return new ItemOutcome(item, kind, null);
	}

	static ItemOutcome skipped(SourceItem item, Problem problem) {
		return new ItemOutcome(item, Kind.SKIPPED, problem);
	}

	/** What may become of an item. */
	enum Kind {

		/** The image is there by this instance. */
		WRITTEN,

		/** The image was there before. */
		PRESENT,

		/** It could not be taken. */
		SKIPPED,

		/** The image was deleted after the import began. */
		FILTERED

	}

}
