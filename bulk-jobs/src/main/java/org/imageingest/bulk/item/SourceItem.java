package org.imageingest.bulk.item;

import java.util.List;

import org.imageingest.model.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One file to import.
 *
 * @param place where the source has it: what the cursor stands on once it is done
 * @param uri address of the file, {@code file:} or {@code s3:}
 * @param owner whose photo it will be
 * @param tags its tags
 * @param problem why there is nothing to import at this place
 */
public record SourceItem(String place, String uri, String owner, List<String> tags, @Nullable Problem problem) {

	public SourceItem {
		tags = List.copyOf(tags);
	}

}
