package org.imageingest.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records of published images; the publisher of this package also writes them.
 */
public class ImageDocuments {

	private static final String JSON = "application/json";

	private static final int MAX_ROUNDS = 10;

	private final ObjectStore store;

	private final JsonMapper json;

	private final Tombstones tombstones;

	public ImageDocuments(ObjectStore store, JsonMapper json) {
		this.store = store;
		this.json = json;
		this.tombstones = new Tombstones(store, json);
	}

	public Optional<ImageDocument> find(String imageId) {
		return findStored(imageId).map(Stored::document);
	}

	/**
	 * Finds the record of an image that was not deleted since. A publisher that dies
	 * right after its commit may leave the record of a deleted image for a while.
	 * @param imageId the image
	 * @return its record
	 */
	public Optional<ImageDocument> findLiving(String imageId) {
		return find(imageId).filter((document) -> !this.tombstones.outlives(imageId, document.acceptedAt()));
	}

	Optional<Stored> findStored(String imageId) {
		return this.store.find(ObjectKeys.document(imageId))
			.map((stored) -> new Stored(this.json.readValue(stored.content(), ImageDocument.class), stored.eTag(),
					stored.lastModified()));
	}

	boolean create(ImageDocument document) {
		return this.store.putIfAbsent(ObjectKeys.document(document.imageId()), this.json.writeValueAsBytes(document),
				JSON);
	}

	boolean replace(ImageDocument document, String eTag) {
		return this.store.replace(ObjectKeys.document(document.imageId()), this.json.writeValueAsBytes(document), JSON,
				eTag);
	}

	/**
	 * Deletes a record, whatever happens to it meanwhile, as long as it is meant.
	 * @param imageId the image
	 * @param meant tells whether a record is the one to delete
	 * @return the record that is gone, by this call or another
	 * @throws PublishConflictException if it changed too many times meanwhile
	 */
	Optional<ImageDocument> deleteIf(String imageId, Predicate<ImageDocument> meant) {
		ImageDocument last = null;
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Stored stored = findStored(imageId).orElse(null);
			if (stored == null || !meant.test(stored.document())) {
				return Optional.ofNullable(last);
			}
			last = stored.document();
			if (this.store.delete(ObjectKeys.document(imageId), stored.eTag())) {
				return Optional.of(last);
			}
		}
		throw new PublishConflictException(imageId, MAX_ROUNDS);
	}

	record Stored(ImageDocument document, String eTag, Instant writtenAt) {
	}

}
