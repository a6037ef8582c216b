package org.imageingest.bulk.item;

import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The items of a source, always in the same order. Nothing of them is held in memory.
 */
public interface ItemSource {

	/**
	 * Looks whether the source is there.
	 * @throws SourceException if it is not, in words for the operator
	 */
	void check();

	/**
	 * Opens the source.
	 * @param after the place of the last item that is not wanted any more; null for all
	 * @return the items behind it, to be closed
	 * @throws SourceException if it cannot be read
	 */
	Stream<SourceItem> open(@Nullable String after);

	/**
	 * Counts items, in any order.
	 * @param wanted tells those to count; what it throws ends the counting
	 * @return how many there are at this moment
	 * @throws SourceException if the source cannot be read
	 */
	default long count(Predicate<SourceItem> wanted) {
		try (Stream<SourceItem> items = open(null)) {
			return items.filter(wanted).count();
		}
	}

}
