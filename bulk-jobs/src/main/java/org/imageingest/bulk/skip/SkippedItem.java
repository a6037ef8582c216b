package org.imageingest.bulk.skip;

import org.imageingest.bulk.item.SourceItem;
import org.imageingest.model.problem.Problem;

/**
 * An item that could not be taken.
 *
 * @param item the item
 * @param problem why
 */
public record SkippedItem(SourceItem item, Problem problem) {
}
