package org.imageingest.photo;

import java.util.List;
import java.util.stream.Stream;

import org.imageingest.engine.EngineResult;
import org.imageingest.model.message.MessageLimits;
import org.imageingest.model.message.ShortenedMetadata;
import org.imageingest.model.storage.ImageMetadata;

/**
 * What is told of a photo, within the limits of a message.
 *
 * @param metadata what was kept of its metadata
 * @param warnings what the client should know, as codes
 */
public record ToldMetadata(ImageMetadata metadata, List<String> warnings) {

	/** The texts found in the photo are longer than what is kept of them. */
	private static final String METADATA_SHORTENED = "metadata-shortened";

	/**
	 * Takes from a photo what can be told of it.
	 * @param result what was read and made
	 * @return the same, no longer than it may be
	 */
	public static ToldMetadata of(EngineResult result) {
		ImageMetadata metadata = ShortenedMetadata.of(result.metadata());
		Stream<String> shortened = metadata.equals(result.metadata()) ? Stream.empty() : Stream.of(METADATA_SHORTENED);
		return new ToldMetadata(metadata,
				Stream.concat(result.warnings().stream(), shortened).limit(MessageLimits.WARNINGS).toList());
	}

}
