package org.imageingest.source.listing;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of an owner's jobs.
 *
 * @param items the jobs, newest first
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobPage(List<JobItem> items, @Nullable String nextCursor) {
}
