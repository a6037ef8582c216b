package org.imageingest.processor;

import java.util.List;
import java.util.stream.Stream;

import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.MessageLimits;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.ShortenedMetadata;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.storage.ImageMetadata;

/**
 * Hands images on to be published, within the limits of a message.
 */
class ProcessedImages {

	/** Output binding of the images. */
	static final String BINDING = "output";

	/** The texts found in the photo are longer than what is kept of them. */
	static final String METADATA_SHORTENED = "metadata-shortened";

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
		ImageMetadata metadata = ShortenedMetadata.of(result.metadata());
		Stream<String> shortened = metadata.equals(result.metadata()) ? Stream.empty() : Stream.of(METADATA_SHORTENED);
		List<String> warnings = Stream.concat(result.warnings().stream(), shortened)
			.limit(MessageLimits.WARNINGS)
			.toList();
		String uploadedSha256 = original.equals(upload.original()) ? null : upload.original().sha256();
		this.sender.send(BINDING,
				new ProcessedImage(JobMessage.VERSION, upload.jobId(), upload.attempt(), upload.imageId(),
						upload.owner(), upload.acceptedAt(), runId, this.recipeVersion, result.engine(), original,
						upload.preview(), variants, metadata, result.removed(), warnings, upload.filename(),
						upload.tags(), result.placeholder(), uploadedSha256, keepLocation ? true : null));
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
