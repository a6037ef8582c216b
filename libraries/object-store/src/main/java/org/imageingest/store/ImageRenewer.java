package org.imageingest.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedOriginal;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageDocuments.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Shows a published image by new objects: they get keys of a run of their own, and one
 * PUT of the document replaces the old set by the new one.
 *
 * <p>
 * Nothing of the old set is removed. Readers may have read the former document a moment
 * ago, and clients hold addresses that are good for a while; the sweep removes what no
 * document names any more.
 *
 * <p>
 * The new document keeps the time at which the image was accepted. It is no new upload:
 * whatever deletion would have taken the former document takes this one.
 */
public class ImageRenewer {

	private static final int MAX_ROUNDS = 10;

	private final ImageDocuments documents;

	private final ImageObjects objects;

	private final Tombstones tombstones;

	private final Clock clock;

	ImageRenewer(ImageDocuments documents, ImageObjects objects, Tombstones tombstones, Clock clock) {
		this.documents = documents;
		this.objects = objects;
		this.tombstones = tombstones;
		this.clock = clock;
	}

	/**
	 * Tells which variants of an image cannot be fetched.
	 * @param document the image
	 * @return names of the variants whose objects are not in the store
	 */
	public Set<String> lostVariants(ImageDocument document) {
		Set<String> there = this.objects.variants(document.imageId())
			.map(ListedObject::key)
			.collect(Collectors.toSet());
		return document.variants()
			.stream()
			.filter((variant) -> !there.contains(variant.key()))
			.map(PublishedVariant::name)
			.collect(Collectors.toSet());
	}

	/**
	 * Takes back the record of an image that was deleted since, if one is left: whoever
	 * wrote it was overtaken by the deletion and died.
	 * @param document the record as it was read
	 * @return false if the image was not deleted
	 * @throws PublishConflictException if other writers were faster too many times
	 */
	public boolean takeBackDeleted(ImageDocument document) {
		if (!isDoomed(document)) {
			return false;
		}
		this.documents.deleteIf(document.imageId(), this::isDoomed).ifPresent(this.objects::remove);
		return true;
	}

	/**
	 * Replaces the document. Tags that were added meanwhile stay. To be called once for a
	 * run.
	 * @param renewal what was made
	 * @param claim looked at right before the commit
	 * @return how it ended, never {@link PublishOutcome#ALREADY_PUBLISHED}; in every case
	 * but {@link PublishOutcome#PUBLISHED} the run left no object behind
	 * @throws PublishConflictException if the image was replaced by another writer after
	 * it was read: what was made of it is out of date
	 */
	public PublishOutcome renew(Renewal renewal, Claim claim) {
		ImageDocument former = renewal.former();
		place(renewal);
		for (int round = 0; round < MAX_ROUNDS; round++) {
			// The document first: whoever deletes afterwards finds it.
			Optional<Stored> existing = this.documents.findStored(former.imageId());
			if (existing.isEmpty() || takeBackDeleted(existing.get().document())) {
				return ended(renewal, PublishOutcome.IMAGE_DELETED);
			}
			ImageDocument document = existing.get().document();
			if (document.runId().equals(renewal.runId())) {
				return PublishOutcome.PUBLISHED;
			}
			if (!isButForTags(document, former)) {
				// Not what another one has taken over from it since.
				this.objects.removeUnshown(former.imageId(), renewal.runId(), existing.map(Stored::document));
				throw new PublishConflictException(former.imageId(), round + 1);
			}
			if (!claim.stands()) {
				return ended(renewal, PublishOutcome.CLAIM_MISSING);
			}
			// Then look again, replaced or not: a deletion may have come meanwhile, and
			// where replacing is not atomic another writer may have undone it.
			this.documents.replace(renewed(document, renewal), existing.get().eTag());
		}
		throw new PublishConflictException(former.imageId(), MAX_ROUNDS);
	}

	/**
	 * What was placed before something failed is no use: the next try has its own run.
	 */
	private void place(Renewal renewal) {
		try {
			this.objects.put(renewal);
		}
		catch (RuntimeException ex) {
			try {
				this.objects.remove(renewal.former().imageId(), renewal.runId());
			}
			catch (RuntimeException left) {
				// The sweep removes it.
				ex.addSuppressed(left);
			}
			throw ex;
		}
	}

	/** Whatever else changed since it was read may change what is made of it. */
	private static boolean isButForTags(ImageDocument document, ImageDocument former) {
		return document.withTags(former.tags(), former.updatedAt()).equals(former);
	}

	private PublishOutcome ended(Renewal renewal, PublishOutcome outcome) {
		this.objects.remove(renewal.former().imageId(), renewal.runId());
		return outcome;
	}

	private boolean isDoomed(ImageDocument document) {
		return this.tombstones.outlives(document.imageId(), document.acceptedAt());
	}

	private ImageDocument renewed(ImageDocument document, Renewal renewal) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return new ImageDocument(ImageDocument.VERSION, document.imageId(), document.owner(), document.sha256(),
				original(document, renewal), document.preview(), document.previewSha256(), renewal.runId(),
				renewal.recipeVersion(), renewal.engine(), variants(document, renewal), renewal.metadata(),
				renewal.removed(), document.tags(), renewal.warnings(), document.source(), document.acceptedAt(),
				document.createdAt(), now, renewal.placeholder(), document.keepLocation());
	}

	private static PublishedOriginal original(ImageDocument document, Renewal renewal) {
		Renewal.NewOriginal original = renewal.original();
		return (original != null) ? new PublishedOriginal(originalKey(renewal), document.original().contentType(),
				original.bytes(), original.sha256()) : document.original();
	}

	static String originalKey(Renewal renewal) {
		String former = renewal.former().original().key();
		return ObjectKeys.original(renewal.former().imageId(), renewal.runId(),
				former.substring(former.lastIndexOf('.') + 1));
	}

	static String variantKey(Renewal renewal, Renewal.Made made) {
		return ObjectKeys.variant(renewal.former().imageId(), renewal.runId(), made.fileName());
	}

	/** As readers know them, and new ones behind. */
	private static int order(PublishedVariant variant, ImageDocument document) {
		List<String> known = document.variants().stream().map(PublishedVariant::name).toList();
		int place = known.indexOf(variant.name());
		return (place >= 0) ? place : known.size();
	}

	private static List<PublishedVariant> variants(ImageDocument document, Renewal renewal) {
		Stream<PublishedVariant> made = renewal.made()
			.stream()
			.map((variant) -> new PublishedVariant(variant.name(), variantKey(renewal, variant), variant.format(),
					variant.width(), variant.height(), variant.bytes()));
		return Stream
			.concat(made, document.variants().stream().filter((variant) -> renewal.kept().contains(variant.name())))
			.sorted(Comparator.comparingInt((variant) -> order(variant, document)))
			.toList();
	}

}
