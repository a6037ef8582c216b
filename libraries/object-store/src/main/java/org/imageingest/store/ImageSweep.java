package org.imageingest.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageDocuments.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Removes published objects that no document names: what publishers left that died before
 * their commit, or before they took back a run that lost.
 *
 * <p>
 * It lists first and reads the document second, so that what a publisher wrote and
 * committed in between is named. An object and the document that does not name it have to
 * be old both: a young object may belong to a run whose commit is yet to come, and
 * readers may still follow the document that a young one has replaced.
 */
public class ImageSweep {

	/** Where it looks, in this order. */
	private static final List<String> PREFIXES = List.of(ObjectKeys.IMAGES, ObjectKeys.ORIGINALS);

	/** Place of the image in {@code images/{imageId}/{runId}/...}. */
	private static final int IMAGE_IN_KEY = 1;

	private static final int PARTS_OF_KEY = 4;

	private final ObjectStore store;

	private final ImageDocuments documents;

	public ImageSweep(ObjectStore store, ImageDocuments documents) {
		this.store = store;
		this.documents = documents;
	}

	/**
	 * Looks at one page of objects. Keys that are none of this service are left alone.
	 * @param after where the page before ended; null to begin
	 * @param limit most objects to look at
	 * @param before what was written at this time or later is left alone, by the store's
	 * clock
	 * @param inHand tells the images that somebody may yet publish; asked after the
	 * listing
	 * @param remove false to only tell what would go
	 * @return what it did
	 */
	public SweptPage sweep(@Nullable String after, int limit, Instant before, Predicate<String> inHand,
			boolean remove) {
		String prefix = (after == null) ? PREFIXES.getFirst()
				: PREFIXES.stream().filter(after::startsWith).findFirst().orElse(PREFIXES.getFirst());
		List<ListedObject> page = this.store.list(prefix, (after != null && after.startsWith(prefix)) ? after : null)
			.limit(limit)
			.toList();
		List<String> removed = new ArrayList<>();
		oldByImage(page, before).forEach((imageId, keys) -> {
			List<String> orphans = orphans(imageId, keys, before, inHand);
			if (remove) {
				this.store.deleteAll(orphans);
			}
			removed.addAll(orphans);
		});
		return new SweptPage(page.size(), removed, next(prefix, page, limit));
	}

	private static Map<String, List<String>> oldByImage(List<ListedObject> page, Instant before) {
		Map<String, List<String>> old = new LinkedHashMap<>();
		for (ListedObject object : page) {
			String[] parts = object.key().split("/");
			if (parts.length == PARTS_OF_KEY && Identifiers.isImageId(parts[IMAGE_IN_KEY])
					&& object.lastModified().isBefore(before)) {
				old.computeIfAbsent(parts[IMAGE_IN_KEY], (imageId) -> new ArrayList<>()).add(object.key());
			}
		}
		return old;
	}

	private List<String> orphans(String imageId, List<String> keys, Instant before, Predicate<String> inHand) {
		// Jobs before the document: one that ends in between has committed by then.
		if (inHand.test(imageId)) {
			return List.of();
		}
		Stored stored = this.documents.findStored(imageId).orElse(null);
		if (stored == null) {
			return keys;
		}
		if (!stored.writtenAt().isBefore(before)) {
			return List.of();
		}
		Set<String> named = ImageObjects.named(stored.document());
		return keys.stream().filter((key) -> !named.contains(key)).toList();
	}

	private static @Nullable String next(String prefix, List<ListedObject> page, int limit) {
		if (page.size() == limit) {
			return page.getLast().key();
		}
		int following = PREFIXES.indexOf(prefix) + 1;
		return (following < PREFIXES.size()) ? PREFIXES.get(following) : null;
	}

}
