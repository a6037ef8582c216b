package org.imageingest.source.status;

import org.imageingest.source.image.ImageView;
import org.imageingest.source.image.ImageViews;
import org.imageingest.source.job.Job;

import org.springframework.stereotype.Component;

/**
 * Makes the view of a job. All that is told of its image is read anew each time.
 */
@Component
class JobStatusViews {

	private final ImageViews images;

	JobStatusViews(ImageViews images) {
		this.images = images;
	}

	JobStatusView of(Job job) {
		String status = job.state().code();
		return switch (job.state()) {
			case PROCESSING, CANCELLING ->
				JobStatusView.running(job.jobId(), status, job.progress(), job.stage().code());
			case FAILED -> JobStatusView.failed(job.jobId(), status, job.problem(), job.retryable());
			case CANCELLED -> JobStatusView.cancelled(job.jobId(), status, job.detail());
			case COMPLETED -> this.images.find(job.imageId(), job.owner())
				.map((image) -> completed(job, image))
				.orElseGet(() -> JobStatusView.imageDeleted(job.jobId(), status, job.imageId()));
		};
	}

	private static JobStatusView completed(Job job, ImageView image) {
		return new JobStatusView(job.jobId(), job.state().code(), null, null, image.imageId(), image.urls(),
				image.urlsExpireAt(), image.metadata(), image.removed(), image.variants(), image.tags(),
				image.warnings(), null, null, null, null, image.placeholder());
	}

}
