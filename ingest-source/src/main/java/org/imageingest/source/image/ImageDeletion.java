package org.imageingest.source.image;

import org.imageingest.source.cancel.CancelDetail;
import org.imageingest.source.cancel.JobCancellation;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImageRemover;

import org.springframework.stereotype.Component;

/**
 * Deletes an image with all that is under way for it: first its jobs are called off, then
 * the store marks and removes it. May be repeated until it went through.
 */
@Component
class ImageDeletion {

	private final ImageDocuments documents;

	private final ImageJobs jobs;

	private final JobCancellation cancellation;

	private final ImageRemover remover;

	ImageDeletion(ImageDocuments documents, ImageJobs jobs, JobCancellation cancellation, ImageRemover remover) {
		this.documents = documents;
		this.jobs = jobs;
		this.cancellation = cancellation;
		this.remover = remover;
	}

	/**
	 * Deletes an image.
	 * @param imageId the image
	 * @param owner the caller
	 * @return false if there is nothing to delete of this owner
	 */
	boolean delete(String imageId, String owner) {
		if (!isThere(imageId, owner)) {
			return false;
		}
		this.cancellation.cancel(this.jobs.running(imageId, owner), CancelDetail.IMAGE_DELETED);
		this.jobs.forgetFailed(imageId, owner);
		this.remover.remove(imageId, this.jobs::now);
		return true;
	}

	/** A deletion that died half-way left objects without a document. */
	private boolean isThere(String imageId, String owner) {
		return this.documents.find(imageId)
			.map((document) -> document.owner().equals(owner))
			.orElseGet(() -> this.jobs.exist(imageId, owner) && this.remover.leftAnything(imageId));
	}

}
