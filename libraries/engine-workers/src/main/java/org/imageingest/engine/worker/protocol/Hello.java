package org.imageingest.engine.worker.protocol;

import java.util.List;

import org.imageingest.engine.EngineDescription;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a worker: it is warm and waits for photos.
 *
 * @param pid its process
 * @param engine what its engine is made of; null if it was not asked to find out
 * @param notes what of its limits could not be set here, for operators
 */
public record Hello(long pid, @Nullable EngineDescription engine, List<String> notes) {

	/** Writes and reads it. */
	public static final Codec<Hello> CODEC = new HelloCodec();

	public Hello {
		notes = List.copyOf(notes);
	}

}
