package org.imageingest.source.status;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.source.image.VariantView;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it. Which members are there depends on {@code status}.
 *
 * @param jobId name of the job
 * @param status processing, completed, failed, cancelling or cancelled
 * @param progress percent, while processing
 * @param stage stage reached, while processing
 * @param imageId name of the image, once completed
 * @param urls addresses of variants and original, once completed
 * @param urlsExpireAt until when signed addresses work
 * @param metadata what was kept of the photo's metadata
 * @param removed groups of tags that privacy dropped
 * @param variants sizes of the variants
 * @param tags tags of the image
 * @param warnings what the client should know, as codes
 * @param imageDeleted true if the image was deleted since
 * @param error why it failed
 * @param retryable whether a failed job may be sent again
 * @param detail why it was cancelled
 * @param placeholder ThumbHash of the picture in base64, once completed with variants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobStatusView(String jobId, String status, @Nullable Integer progress, @Nullable String stage,
		@Nullable String imageId, @Nullable Map<String, URI> urls, @Nullable Instant urlsExpireAt,
		@Nullable ImageMetadata metadata, @Nullable List<String> removed, @Nullable List<VariantView> variants,
		@Nullable List<String> tags, @Nullable List<String> warnings, @Nullable Boolean imageDeleted,
		@Nullable Problem error, @Nullable Boolean retryable, @Nullable String detail, @Nullable String placeholder) {

	static JobStatusView running(String jobId, String status, int progress, String stage) {
		return new JobStatusView(jobId, status, progress, stage, null, null, null, null, null, null, null, null, null,
				null, null, null, null);
	}

	static JobStatusView failed(String jobId, String status, @Nullable Problem error, boolean retryable) {
		return new JobStatusView(jobId, status, null, null, null, null, null, null, null, null, null, null, null, error,
				retryable, null, null);
	}

	static JobStatusView cancelled(String jobId, String status, @Nullable String detail) {
		return new JobStatusView(jobId, status, null, null, null, null, null, null, null, null, null, null, null, null,
				null, detail, null);
	}

	static JobStatusView imageDeleted(String jobId, String status, String imageId) {
		return new JobStatusView(jobId, status, null, null, imageId, Map.of(), null, null, null, null, null, null, true,
				null, null, null, null);
	}

}
