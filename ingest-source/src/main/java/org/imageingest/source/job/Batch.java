package org.imageingest.source.job;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Photos that were uploaded together.
 *
 * @param batchId name of the batch
 * @param owner subject of the uploader
 * @param acceptedAt database time of its acceptance
 * @param jobs the jobs as they stand, by their place in the batch, from 0
 * @param rejected the files that were not taken
 */
public record Batch(String batchId, String owner, Instant acceptedAt, SortedMap<Integer, Job> jobs,
		List<RejectedFile> rejected) {
}
