package org.imageingest.store;

import java.time.Instant;
import java.util.Optional;

import org.imageingest.model.storage.ObjectKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * Marks of deleted images. A mark is kept for ever and only gets younger.
 */
final class Tombstones {

	private static final String JSON = "application/json";

	private static final int MAX_ROUNDS = 10;

	private final ObjectStore store;

	private final JsonMapper json;

	Tombstones(ObjectStore store, JsonMapper json) {
		this.store = store;
		this.json = json;
	}

	/**
	 * Marks an image as deleted, unless it was deleted at that time or later already. One
	 * thread at a time: where the server's replacement is not atomic, there is one
	 * process that deletes.
	 * @param imageId the image
	 * @param deletedAt when it was deleted, by the clock that tells when work is accepted
	 * @throws PublishConflictException if others deleted it too many times meanwhile
	 */
	synchronized void bury(String imageId, Instant deletedAt) {
		String key = ObjectKeys.tombstone(imageId);
		byte[] mark = this.json.writeValueAsBytes(new Tombstone(deletedAt));
		for (int round = 0; round < MAX_ROUNDS; round++) {
			StoredBytes former = this.store.find(key).orElse(null);
			if (former != null && !read(former).deletedAt().isBefore(deletedAt)) {
				return;
			}
			// Then looked at again, written or not.
			if (former == null) {
				this.store.putIfAbsent(key, mark, JSON);
			}
			else {
				this.store.replace(key, mark, JSON, former.eTag());
			}
		}
		throw new PublishConflictException(imageId, MAX_ROUNDS);
	}

	/**
	 * Tells whether a deletion of the image wins over work accepted at some time.
	 * @param imageId the image
	 * @param acceptedAt when the work was accepted
	 * @return true if the image was deleted then or later
	 */
	boolean outlives(String imageId, Instant acceptedAt) {
		return deletedAt(imageId).filter((deletedAt) -> !deletedAt.isBefore(acceptedAt)).isPresent();
	}

	/**
	 * Tells when an image was deleted last.
	 * @param imageId the image
	 * @return the time; nothing if it was never deleted
	 */
	Optional<Instant> deletedAt(String imageId) {
		return this.store.find(ObjectKeys.tombstone(imageId)).map(this::read).map(Tombstone::deletedAt);
	}

	/**
	 * Tells when a deletion's mark was written.
	 * @param imageId the image
	 * @param deletedAt time of that deletion
	 * @return the time by the store's clock; nothing if the mark is that of another
	 * deletion
	 */
	Optional<Instant> writtenAt(String imageId, Instant deletedAt) {
		String key = ObjectKeys.tombstone(imageId);
		// In this order: a younger mark that slips in between is noticed.
		Optional<Instant> writtenAt = this.store.list(key)
			.filter((object) -> object.key().equals(key))
			.map(ListedObject::lastModified)
			.findFirst();
		return writtenAt.filter((time) -> deletedAt(imageId).filter(deletedAt::equals).isPresent());
	}

	private Tombstone read(StoredBytes stored) {
		return this.json.readValue(stored.content(), Tombstone.class);
	}

	record Tombstone(Instant deletedAt) {
	}

}
