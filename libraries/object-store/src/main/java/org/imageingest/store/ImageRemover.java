package org.imageingest.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.imageingest.model.storage.ImageDocument;

/**
 * The only one that deletes published images. It marks the image first: publishers of
 * work that was accepted before look at the mark before and after their commit, so that
 * either they see it or their document is seen here. Work accepted after the mark's time
 * is left alone. Safe to repeat: what a deletion that died left is removed by the next.
 */
public class ImageRemover {

	private final ImageDocuments documents;

	private final ImageObjects objects;

	private final Tombstones tombstones;

	ImageRemover(ImageDocuments documents, ImageObjects objects, Tombstones tombstones) {
		this.documents = documents;
		this.objects = objects;
		this.tombstones = tombstones;
	}

	/**
	 * Tells whether objects of an image are left, shown or not.
	 * @param imageId the image
	 * @return true if there is at least one
	 */
	public boolean leftAnything(String imageId) {
		return this.objects.list(imageId).findAny().isPresent();
	}

	/**
	 * Deletes an image: its document, every object that the document names, and what was
	 * written for the image before and never shown. Objects of unknown runs that are only
	 * a second or two old may belong to an upload that was accepted after the deletion,
	 * and stay.
	 * @param imageId the image
	 * @param clock tells the time by the clock that tells when work is accepted
	 * @throws PublishConflictException if other writers were faster too many times
	 */
	public void remove(String imageId, Supplier<Instant> clock) {
		long start = System.nanoTime();
		Instant deletedAt = clock.get();
		this.tombstones.bury(imageId, deletedAt);
		Duration taken = Duration.ofNanos(System.nanoTime() - start);
		this.documents.deleteIf(imageId, (document) -> !document.acceptedAt().isAfter(deletedAt))
			.ifPresent(this.objects::remove);
		this.tombstones.writtenAt(imageId, deletedAt)
			.ifPresent((writtenAt) -> removeOlderThan(imageId, writtenAt.minus(taken).truncatedTo(ChronoUnit.SECONDS)));
	}

	/**
	 * What was written before the mark's time belongs to work accepted before it. The
	 * mark's object tells that time by the store's clock, less what it took to write it.
	 */
	private void removeOlderThan(String imageId, Instant before) {
		Set<String> shown = this.documents.find(imageId).map(ImageObjects::named).orElse(Set.of());
		// Listings may tell whole seconds only.
		List<String> older = this.objects.list(imageId)
			.filter((object) -> object.lastModified().truncatedTo(ChronoUnit.SECONDS).isBefore(before))
			.map(ListedObject::key)
			.filter((key) -> !shown.contains(key))
			.toList();
		this.objects.remove(older);
	}

}
