package org.imageingest.standalone.race;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is once nothing moves any more.
 *
 * @param jobs status of each job, with its detail behind a colon if it has one
 * @param exists whether the owner's image can be fetched
 * @param documentOwner owner in its document
 * @param tags tags in its document
 * @param missing objects that its document names and that are not there
 * @param staged objects in staging
 */
record Ending(Map<String, String> jobs, boolean exists, String documentOwner, Set<String> tags, List<String> missing,
		List<String> staged) {
}
