package org.imageingest.bulk.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.photo.FileDigest;
import org.imageingest.photo.Photo;
import org.imageingest.store.ObjectStore;
import org.imageingest.workspace.TemporaryDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what published images were made from.
 */
class StoredPhotos {

	private final ObjectStore store;

	StoredPhotos(ObjectStore store) {
		this.store = store;
	}

	/**
	 * Fetches the original, and the client's preview where there is one.
	 * @param document the image
	 * @param directory where to
	 * @return the photo; nothing if one of the two is gone
	 * @throws IOException if the disk fails
	 * @throws ProblemException if the bytes are not those that were stored
	 */
	Optional<Photo> fetch(ImageDocument document, TemporaryDirectory directory) throws IOException {
		Path original = directory.resolve("original");
		if (!this.store.download(document.original().key(), original)) {
			return Optional.empty();
		}
		String stripped = document.original().sha256();
		requireDigest("original", original, (stripped != null) ? stripped : document.sha256());
		String previewKey = document.preview();
		if (previewKey == null) {
			return Optional.of(new Photo(original, null, document.keepsLocation()));
		}
		Path preview = directory.resolve("preview");
		if (!this.store.download(previewKey, preview)) {
			return Optional.empty();
		}
		requireDigest("preview", preview, document.previewSha256());
		return Optional.of(new Photo(original, preview, document.keepsLocation()));
	}

	/** What a broken store or a foreign hand changed is not to replace what is good. */
	private static void requireDigest(String name, Path file, @Nullable String expected) throws IOException {
		String actual = FileDigest.sha256(file);
		if (!Objects.equals(actual, expected)) {
			throw new ProblemException(Problem.of(ProblemType.CORRUPT_IMAGE, "The " + name
					+ " in the store is not what was stored: its SHA-256 is " + actual + " instead of " + expected));
		}
	}

}
