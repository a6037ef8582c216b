package org.imageingest.source.status;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.source.job.Job;
import org.imageingest.source.status.JobStatusView.VariantView;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImageUrls;
import org.imageingest.store.StoreProperties;

import org.springframework.stereotype.Component;

/**
 * Makes the view of a job. All that is told of an image comes from its document, read
 * anew each time; addresses are made anew each time.
 */
@Component
class JobStatusViews {

	private final ImageDocuments documents;

	private final ImageUrls urls;

	private final StoreProperties store;

	private final Clock clock;

	JobStatusViews(ImageDocuments documents, ImageUrls urls, StoreProperties store, Clock clock) {
		this.documents = documents;
		this.urls = urls;
		this.store = store;
		this.clock = clock;
	}

	JobStatusView of(Job job) {
		String status = job.state().code();
		return switch (job.state()) {
			case PROCESSING, CANCELLING ->
				JobStatusView.running(job.jobId(), status, job.progress(), job.stage().code());
			case FAILED -> JobStatusView.failed(job.jobId(), status, job.problem(), job.retryable());
			case CANCELLED -> JobStatusView.cancelled(job.jobId(), status, job.detail());
			case COMPLETED -> this.documents.find(job.imageId())
				.map((document) -> completed(job, document))
				.orElseGet(() -> JobStatusView.imageDeleted(job.jobId(), status, job.imageId()));
		};
	}

	private JobStatusView completed(Job job, ImageDocument document) {
		Instant expiresAt = this.clock.instant().plus(this.store.urlLifetime()).truncatedTo(ChronoUnit.SECONDS);
		return new JobStatusView(job.jobId(), job.state().code(), null, null, document.imageId(),
				urls(document, expiresAt), expiresAt, document.metadata(), document.removed(),
				document.variants()
					.stream()
					.map((variant) -> new VariantView(variant.name(), variant.format(), variant.width(),
							variant.height(), variant.bytes()))
					.toList(),
				document.tags(), document.warnings(), null, null, null, null);
	}

	private Map<String, URI> urls(ImageDocument document, Instant expiresAt) {
		Map<String, URI> all = new LinkedHashMap<>();
		document.variants()
			.forEach((variant) -> all.put(camelCase(variant.name()), this.urls.variant(variant.key(), expiresAt)));
		all.put("original", this.urls.original(document.original().key(), expiresAt));
		return all;
	}

	/** Turns {@code thumbnail_legacy} into {@code thumbnailLegacy}. */
	private static String camelCase(String name) {
		StringBuilder text = new StringBuilder();
		boolean upper = false;
		for (char next : name.toCharArray()) {
			if (next == '_') {
				upper = true;
			}
			else {
				text.append(upper ? Character.toUpperCase(next) : next);
				upper = false;
			}
		}
		return text.toString();
	}

}
