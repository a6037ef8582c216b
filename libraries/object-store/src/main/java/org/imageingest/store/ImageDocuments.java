package org.imageingest.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records of published images; the publisher of this package also writes them.
 */
public class ImageDocuments {

	private static final String JSON = "application/json";

	/** Parts of {@code documents/{imageId}/metadata.json}. */
	private static final int KEY_PARTS = 3;

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
		return find(imageId).filter(this::isLiving);
	}

	/**
	 * Tells whether an image was not deleted since.
	 * @param document its record
	 * @return false if the record is left over
	 */
	public boolean isLiving(ImageDocument document) {
		return !this.tombstones.outlives(document.imageId(), document.acceptedAt());
	}

	/**
	 * Names the images that have a record, page by page as the stream is read.
	 * @param prefix what their names begin with; empty for all
	 * @param after the last name that is not wanted any more; null for the beginning
	 * @return names in their order
	 */
	public Stream<String> imageIds(String prefix, @Nullable String after) {
		return this.store.list(ObjectKeys.DOCUMENTS + prefix, (after != null) ? ObjectKeys.document(after) : null)
			.map((object) -> object.key().split("/"))
			.filter((parts) -> parts.length == KEY_PARTS)
			.map((parts) -> parts[1]);
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
