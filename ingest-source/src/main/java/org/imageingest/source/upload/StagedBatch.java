package org.imageingest.source.upload;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.source.job.NewBatch;
import org.imageingest.source.job.NewJob;
import org.imageingest.source.job.RejectedFile;

/**
 * Photos that were read from one request; the good ones are staged.
 *
 * @param positions places of the staged photos among all, from 0, rising
 * @param photos the staged photos
 * @param rejected the files that cannot be taken
 * @param tags the client's tags, of all photos
 * @param keepLocation whether the client wants the positions of all photos kept
 */
record StagedBatch(List<Integer> positions, List<StagedPhoto> photos, List<RejectedFile> rejected, List<String> tags,
		boolean keepLocation) {

	NewBatch toBatch(String batchId, IdentityKey key, String owner) {
		SortedMap<Integer, NewJob> jobs = new TreeMap<>();
		for (int i = 0; i < this.photos.size(); i++) {
			jobs.put(this.positions.get(i), this.photos.get(i).toJob(key, owner, this.tags, this.keepLocation));
		}
		return new NewBatch(batchId, owner, jobs, this.rejected);
	}

}
