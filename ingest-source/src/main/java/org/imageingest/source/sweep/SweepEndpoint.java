package org.imageingest.source.sweep;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.upkeep.UpkeepTask;
import org.imageingest.store.SweptPage;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Lets an operator search at once, some pages a call, beside what is done on schedule.
 */
@Component
@Endpoint(id = "sweep")
class SweepEndpoint {

	/** About as much as is looked at in a few seconds. */
	private static final int PAGES = 10;

	private final Sweeps sweeps;

	SweepEndpoint(Sweeps sweeps) {
		this.sweeps = sweeps;
	}

	/**
	 * Looks at some objects.
	 * @param after where the call before ended; absent to begin with what is staged
	 * @param dryRun true to only tell what would go
	 * @return what was done
	 */
	@WriteOperation
	SweepAnswer sweep(@Nullable String after, @Nullable Boolean dryRun) {
		boolean remove = !Boolean.TRUE.equals(dryRun);
		List<String> removed = new ArrayList<>();
		int seen = 0;
		String position = after;
		for (int i = 0; i < PAGES; i++) {
			boolean staging = position == null || position.startsWith(ObjectKeys.STAGING);
			SweptPage page = this.sweeps.page(staging ? UpkeepTask.STAGING_SWEEP : UpkeepTask.IMAGE_SWEEP, position,
					remove);
			seen += page.seen();
			removed.addAll(page.removed());
			position = (staging && page.next() == null) ? ObjectKeys.IMAGES : page.next();
			if (position == null) {
				break;
			}
		}
		return new SweepAnswer(!remove, seen, removed, position);
	}

	/**
	 * What was done.
	 *
	 * @param dryRun whether it was only told
	 * @param seen number of objects looked at
	 * @param removed keys of those that went, or would have gone; what ended jobs left
	 * staged goes within some seconds
	 * @param next where to go on; absent at the end
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SweepAnswer(boolean dryRun, int seen, List<String> removed, @Nullable String next) {
	}

}
