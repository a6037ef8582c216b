package org.imageingest.source.deadletter;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of letters.
 *
 * @param items the letters, the last parked first
 * @param total number of all letters
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterPage(List<DeadLetter> items, int total, @Nullable String nextCursor) {
}
