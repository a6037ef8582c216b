package org.imageingest.store;

import java.time.Instant;

import org.imageingest.model.storage.ObjectKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the marks of deleted images.
 */
final class Tombstones {

	private final ObjectStore store;

	private final JsonMapper json;

	Tombstones(ObjectStore store, JsonMapper json) {
		this.store = store;
		this.json = json;
	}

	/**
	 * Tells whether a deletion of the image wins over work accepted at some time.
	 * @param imageId the image
	 * @param acceptedAt when the work was accepted
	 * @return true if the image was deleted then or later
	 */
	boolean outlives(String imageId, Instant acceptedAt) {
		return this.store.find(ObjectKeys.tombstone(imageId))
			.map((stored) -> this.json.readValue(stored.content(), Tombstone.class))
			.filter((tombstone) -> !tombstone.deletedAt().isBefore(acceptedAt))
			.isPresent();
	}

	record Tombstone(Instant deletedAt) {
	}

}
