package org.imageingest.processor;

import java.util.List;

import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.photo.ToldMetadata;

/**
 * Hands images on to be published, within the limits of a message.
 */
class ProcessedImages {

	/** Output binding of the images. */
	static final String BINDING = "output";

	private final ConfirmedSender sender;

	private final ImageEngine engine;

	private final int recipeVersion;

	ProcessedImages(ConfirmedSender sender, ImageEngine engine, int recipeVersion) {
		this.sender = sender;
		this.engine = engine;
		this.recipeVersion = recipeVersion;
	}

	void send(UploadedImage upload, String runId, EngineResult result, OriginalObject original,
			List<StagedVariant> variants, boolean keepLocation) {
		ToldMetadata told = ToldMetadata.of(result);
		String uploadedSha256 = original.equals(upload.original()) ? null : upload.original().sha256();
		this.sender.send(BINDING, new ProcessedImage(JobMessage.VERSION, upload.jobId(), upload.attempt(),
				upload.imageId(), upload.owner(), upload.acceptedAt(), runId, this.recipeVersion, result.engine(),
				original, upload.preview(), variants, told.metadata(), result.removed(), told.warnings(),
				upload.filename(), upload.tags(), result.placeholder(), uploadedSha256, keepLocation ? true : null));
	}

	/**
	 * Hands on an image that is there already: only its tags are to be united.
	 * @param upload the upload that brought it again
	 */
	void sendPublished(UploadedImage upload) {
		this.sender.send(BINDING,
				new ProcessedImage(JobMessage.VERSION, upload.jobId(), upload.attempt(), upload.imageId(),
						upload.owner(), upload.acceptedAt(), Identifiers.newRunId(), this.recipeVersion,
						this.engine.description().name(), upload.original(), null, List.of(), null, List.of(),
						List.of(), upload.filename(), upload.tags()));
	}

}
