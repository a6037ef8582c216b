package org.imageingest.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a sweep did with one page of a listing.
 *
 * @param seen number of objects looked at
 * @param removed keys of those that went, or would have gone
 * @param next the last key looked at, behind which the next page begins; null after the
 * last page
 */
public record SweptPage(int seen, List<String> removed, @Nullable String next) {

	public SweptPage {
		removed = List.copyOf(removed);
	}

}
