package org.imageingest.store;

import java.util.Optional;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records of published images; the publisher of this package also writes them.
 */
public class ImageDocuments {

	private static final String JSON = "application/json";

	private final ObjectStore store;

	private final JsonMapper json;

	public ImageDocuments(ObjectStore store, JsonMapper json) {
		this.store = store;
		this.json = json;
	}

	public Optional<ImageDocument> find(String imageId) {
		return findStored(imageId).map(Stored::document);
	}

	Optional<Stored> findStored(String imageId) {
		return this.store.find(ObjectKeys.document(imageId))
			.map((stored) -> new Stored(this.json.readValue(stored.content(), ImageDocument.class), stored.eTag()));
	}

	boolean create(ImageDocument document) {
		return this.store.putIfAbsent(ObjectKeys.document(document.imageId()), this.json.writeValueAsBytes(document),
				JSON);
	}

	boolean replace(ImageDocument document, String eTag) {
		return this.store.replace(ObjectKeys.document(document.imageId()), this.json.writeValueAsBytes(document), JSON,
				eTag);
	}

	void delete(String imageId) {
		this.store.delete(ObjectKeys.document(imageId));
	}

	record Stored(ImageDocument document, String eTag) {
	}

}
