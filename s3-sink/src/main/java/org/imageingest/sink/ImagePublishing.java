package org.imageingest.sink;

import org.imageingest.messaging.JobEvents;
import org.imageingest.messaging.JobHandler;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImagePublisher;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.PublishOutcome;

/**
 * Publishes one image and tells how that ended. Staging is never cleaned here; only the
 * app that took the upload in may do that.
 */
class ImagePublishing implements JobHandler<ProcessedImage> {

	private final ImagePublisher publisher;

	private final ObjectStore store;

	private final JobEvents events;

	ImagePublishing(ImagePublisher publisher, ObjectStore store, JobEvents events) {
		this.publisher = publisher;
		this.store = store;
		this.events = events;
	}

	@Override
	public void handle(ProcessedImage image) {
		this.events.progress(image, JobStage.UPLOADING);
		String claim = ObjectKeys.stagedOriginal(image.jobId());
		PublishOutcome outcome = this.publisher.publish(image, Source.upload(), () -> this.store.exists(claim));
		switch (outcome) {
			case PUBLISHED, ALREADY_PUBLISHED -> this.events.completed(image);
			case CLAIM_MISSING -> this.events.claimMissing(image, JobStage.UPLOADING);
			case IMAGE_DELETED -> this.events.imageDeleted(image);
		}
	}

}
