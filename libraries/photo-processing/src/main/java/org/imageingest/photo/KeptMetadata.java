package org.imageingest.photo;

import java.util.List;
import java.util.stream.Stream;

import org.imageingest.engine.EngineResult;
import org.imageingest.model.message.MessageLimits;
import org.imageingest.model.message.ShortenedMetadata;
import org.imageingest.model.storage.ImageMetadata;

/**
 * What is kept of the metadata that was found in a photo, and what there is to say about
 * the photo.
 *
 * @param metadata metadata that fits into a message
 * @param warnings warnings of the engine, and one if the metadata did not fit
 */
public record KeptMetadata(ImageMetadata metadata, List<String> warnings) {

	/** The texts found in the photo are longer than what is kept of them. */
	public static final String SHORTENED = "metadata-shortened";

	/**
	 * Takes what is kept.
	 * @param result what the engine made
	 * @return within the limits of a message
	 */
	public static KeptMetadata of(EngineResult result) {
		ImageMetadata metadata = ShortenedMetadata.of(result.metadata());
		Stream<String> shortened = metadata.equals(result.metadata()) ? Stream.empty() : Stream.of(SHORTENED);
		return new KeptMetadata(metadata,
				Stream.concat(result.warnings().stream(), shortened).limit(MessageLimits.WARNINGS).toList());
	}

}
