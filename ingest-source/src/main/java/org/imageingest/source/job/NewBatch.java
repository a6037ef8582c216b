package org.imageingest.source.job;

import java.util.List;
import java.util.SortedMap;

/**
 * Photos that were uploaded together and are about to be accepted; their bytes are
 * staged.
 *
 * @param batchId name of the batch
 * @param owner subject of the uploader
 * @param jobs the jobs by their place in the batch, from 0
 * @param rejected the files that were not taken
 */
public record NewBatch(String batchId, String owner, SortedMap<Integer, NewJob> jobs, List<RejectedFile> rejected) {
}
