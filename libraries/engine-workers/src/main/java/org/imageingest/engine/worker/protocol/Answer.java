package org.imageingest.engine.worker.protocol;

import java.util.List;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says to a photo.
 */
public sealed interface Answer {

	/** Writes and reads it. */
	Codec<Answer> CODEC = new AnswerCodec();

	/**
	 * The photo was worked on.
	 *
	 * @param engine name of the renderer that made the variants
	 * @param format detected by content
	 * @param metadata what the policy lets through
	 * @param removed groups of tags that are not kept
	 * @param variants the variants made
	 * @param warnings what the client should know
	 * @param placeholder ThumbHash of the variants, in base64, if there are any
	 * @param strippedOriginal whether there is a copy of the source without its location
	 */
	record Made(String engine, ImageFormat format, ImageMetadata metadata, List<String> removed,
			List<MadeVariant> variants, List<String> warnings, @Nullable String placeholder,
			boolean strippedOriginal) implements Answer {
	}

	/**
	 * A variant that was made. Where it lies is not said: the service knows.
	 *
	 * @param index its place in the recipe, from 0
	 * @param width width in pixels
	 * @param height height in pixels
	 */
	record MadeVariant(int index, int width, int height) {
	}

	/**
	 * The photo itself is the reason that nothing could be made of it.
	 *
	 * @param problem what is told to the client
	 */
	record Refused(Problem problem) implements Answer {
	}

	/**
	 * Something failed that may work later, such as a full disk.
	 *
	 * @param reason for a log
	 */
	record FailedForNow(String reason) implements Answer {
	}

	/**
	 * The engine has a fault.
	 *
	 * @param reason for a log
	 */
	record Faulty(String reason) implements Answer {
	}

}
