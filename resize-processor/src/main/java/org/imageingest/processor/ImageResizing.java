package org.imageingest.processor;

import java.util.List;
import java.util.Optional;

import org.imageingest.engine.EngineResult;
import org.imageingest.messaging.JobEvents;
import org.imageingest.messaging.JobHandler;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.photo.Photo;
import org.imageingest.photo.VariantRendering;
import org.imageingest.workspace.TemporaryDirectory;
import org.imageingest.workspace.Workspace;

/**
 * The way of one photo through this app, step by step. The claim is the photo itself: a
 * job that was called off has none to be fetched. A job that is called off later is
 * stopped by the sink, which looks right before it publishes. Staging is never cleaned
 * here; only the app that took the upload in may do that.
 */
class ImageResizing implements JobHandler<UploadedImage> {

	private final StagedPhotos staged;

	private final PublishedImages published;

	private final VariantRendering rendering;

	private final ProcessedImages processed;

	private final Workspace workspace;

	private final JobEvents events;

	ImageResizing(StagedPhotos staged, PublishedImages published, VariantRendering rendering, ProcessedImages processed,
			Workspace workspace, JobEvents events) {
		this.staged = staged;
		this.published = published;
		this.rendering = rendering;
		this.processed = processed;
		this.workspace = workspace;
		this.events = events;
	}

	@Override
	public void handle(UploadedImage upload) throws Exception {
		boolean keepLocation = this.rendering.keepsLocation(upload.keepsLocation());
		if (this.published.cover(upload, keepLocation)) {
			this.processed.sendPublished(upload);
			return;
		}
		// A run of its own for every delivery: two of them never write the same key.
		String runId = Identifiers.newRunId();
		try (TemporaryDirectory directory = this.workspace.newDirectory()) {
			make(upload, runId, keepLocation, directory);
		}
	}

	private void make(UploadedImage upload, String runId, boolean keepLocation, TemporaryDirectory directory)
			throws Exception {
		this.events.progress(upload, JobStage.EXTRACTING_METADATA);
		Optional<Photo> photo = this.staged.download(upload, directory);
		if (photo.isEmpty()) {
			this.events.claimMissing(upload, JobStage.EXTRACTING_METADATA);
			return;
		}
		this.events.progress(upload, JobStage.GENERATING_VARIANTS);
		EngineResult result = this.rendering.render(photo.get(), directory);
		List<StagedVariant> variants = this.staged.upload(upload.jobId(), runId, result.variants());
		OriginalObject original = this.staged.upload(upload, runId, result.strippedOriginal());
		this.processed.send(upload, runId, result, original, variants, keepLocation);
	}

}
