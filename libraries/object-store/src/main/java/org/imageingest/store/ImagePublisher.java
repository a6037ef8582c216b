package org.imageingest.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedOriginal;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageDocuments.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of published images, for stream and bulk jobs alike;
 * {@link ImageRemover} deletes them.
 *
 * <p>
 * The objects of a run are copied or uploaded to keys of that run; then one PUT of the
 * document makes them the image. Whoever loses a race for that PUT removes its own run.
 * Deletions are looked at before and after the PUT: between the two looks, one side
 * always sees the other.
 */
public class ImagePublisher {

	private static final int MAX_ROUNDS = 10;

	private final ImageDocuments documents;

	private final ImageObjects objects;

	private final Tombstones tombstones;

	private final Clock clock;

	ImagePublisher(ImageDocuments documents, ImageObjects objects, Tombstones tombstones, Clock clock) {
		this.documents = documents;
		this.objects = objects;
		this.tombstones = tombstones;
		this.clock = clock;
	}

	/**
	 * Publishes an image, or finds that it is published. Safe to repeat with the same
	 * message at any time.
	 * @param image the image, its objects in staging
	 * @param source where the image came from
	 * @param claim looked at right before the commit
	 * @return how it ended; in every case but {@link PublishOutcome#PUBLISHED} this run
	 * left no object behind
	 * @throws PublishConflictException if other writers were faster too many times
	 */
	public PublishOutcome publish(ProcessedImage image, Source source, Claim claim) {
		return publish(image, () -> this.objects.copy(image), source, claim, false);
	}

	/**
	 * Publishes an image whose objects are not in staging, or finds that it is published.
	 * @param run the image and where its objects are
	 * @param source where the image came from
	 * @param claim looked at right before the commit
	 * @return how it ended; in every case but {@link PublishOutcome#PUBLISHED} this run
	 * left no object behind
	 * @throws PublishConflictException if other writers were faster too many times
	 */
	public PublishOutcome publish(LocalRun run, Source source, Claim claim) {
		return publish(run.image(), () -> this.objects.put(run), source, claim, false);
	}

	/**
	 * Publishes as {@link #publish(LocalRun, Source, Claim)} does, without another look
	 * for a document: if one came since the caller looked, writing it tells.
	 * @param run the image, not published so far as the caller knows
	 * @param source where the image came from
	 * @param claim looked at right before the commit
	 * @return how it ended; in every case but {@link PublishOutcome#PUBLISHED} this run
	 * left no object behind
	 * @throws PublishConflictException if other writers were faster too many times
	 */
	public PublishOutcome publishNew(LocalRun run, Source source, Claim claim) {
		return publish(run.image(), () -> this.objects.put(run), source, claim, true);
	}

	private PublishOutcome publish(ProcessedImage image, RunObjects run, Source source, Claim claim, boolean isNew) {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			PublishOutcome outcome = tryToPublish(image, run, source, claim, isNew && round == 0);
			if (outcome != null) {
				return outcome;
			}
		}
		throw new PublishConflictException(image.imageId(), MAX_ROUNDS);
	}

	private @Nullable PublishOutcome tryToPublish(ProcessedImage image, RunObjects run, Source source, Claim claim,
			boolean isNew) {
		if (this.tombstones.outlives(image.imageId(), image.acceptedAt())) {
			return deleted(image);
		}
		Optional<Stored> existing = isNew ? Optional.empty() : this.documents.findStored(image.imageId());
		if (existing.isPresent() && isDoomed(existing.get().document())) {
			withdraw(image.imageId(), this::isDoomed);
			return null;
		}
		if (existing.isPresent() && !replaces(image, existing.get().document())) {
			return join(image, existing.get(), claim);
		}
		if (image.alreadyPublished()) {
			throw new PublishConflictException(image.imageId());
		}
		return placeAndCommit(image, run, source, claim, existing.orElse(null));
	}

	private @Nullable PublishOutcome placeAndCommit(ProcessedImage image, RunObjects run, Source source, Claim claim,
			@Nullable Stored existing) {
		boolean complete = run.place();
		// Right before the commit: from here on a cancellation comes too late.
		if (!claim.stands()) {
			return calledOff(image);
		}
		if (!complete) {
			throw new IllegalStateException(
					"Objects of " + image.jobId() + " for " + image.imageId() + " are incomplete");
		}
		boolean committed = (existing == null) ? this.documents.create(document(image, source, null))
				: this.documents.replace(document(image, source, existing.document()), existing.eTag());
		return committed ? published(image) : null;
	}

	/** The image is there already, by an earlier delivery of this run or by another. */
	private @Nullable PublishOutcome join(ProcessedImage image, Stored existing, Claim claim) {
		ImageDocument document = existing.document();
		if (document.runId().equals(image.runId())) {
			return published(image);
		}
		if (!claim.stands()) {
			return calledOff(image);
		}
		ImageDocument joined = joined(document, image);
		if (!joined.equals(document)) {
			// Then look again, replaced or not: a deletion may have come meanwhile, and
			// where replacing is not atomic another writer may have undone it.
			this.documents.replace(joined, existing.eTag());
			return null;
		}
		if (!image.alreadyPublished()) {
			this.objects.removeUnshown(image.imageId(), image.runId(), Optional.of(document));
		}
		return PublishOutcome.ALREADY_PUBLISHED;
	}

	/** What one upload of these bytes brought or wanted, the others do not take away. */
	private ImageDocument joined(ImageDocument document, ProcessedImage image) {
		List<String> tags = united(document.tags(), image.tags());
		ImageDocument joined = tags.equals(document.tags()) ? document : document.withTags(tags, now());
		ImageMetadata metadata = image.metadata();
		return (metadata != null && image.keepsLocation() && !document.keepsLocation())
				? joined.withLocation(metadata.gps(), now()) : joined;
	}

	/**
	 * The claim is gone: the job was called off, or another delivery of this message has
	 * completed it. The other delivery publishes under the same run, so its document is
	 * looked for before this run is removed, and once more after.
	 */
	private @Nullable PublishOutcome calledOff(ProcessedImage image) {
		Optional<ImageDocument> shown = this.documents.find(image.imageId());
		if (shown.filter((document) -> document.runId().equals(image.runId())).isPresent()) {
			return published(image);
		}
		this.objects.removeUnshown(image.imageId(), image.runId(), shown);
		withdraw(image.imageId(), (document) -> document.runId().equals(image.runId()));
		return PublishOutcome.CLAIM_MISSING;
	}

	/**
	 * Removes what runs left that never became the image.
	 * @param imageId the image
	 * @param unfinished tells the runs that are given up, none of which is shown
	 */
	public void removeRuns(String imageId, Predicate<String> unfinished) {
		this.objects.runs(imageId).stream().filter(unfinished).forEach((run) -> this.objects.remove(imageId, run));
	}

	private @Nullable PublishOutcome published(ProcessedImage image) {
		Instant deletedAt = this.tombstones.deletedAt(image.imageId()).orElse(null);
		if (deletedAt == null) {
			return PublishOutcome.PUBLISHED;
		}
		if (!deletedAt.isBefore(image.acceptedAt())) {
			return deleted(image);
		}
		// Where the server's deletion is not atomic, one that was meant for the former
		// document may have hit this one.
		return this.documents.find(image.imageId()).isPresent() ? PublishOutcome.PUBLISHED : null;
	}

	/**
	 * An earlier delivery may have committed after the deletion looked, and died; and
	 * where the server's replacement is not atomic, uniting tags may have brought back
	 * the document of another run.
	 */
	private PublishOutcome deleted(ProcessedImage image) {
		withdraw(image.imageId(), this::isDoomed);
		this.objects.remove(image.imageId(), image.runId());
		return PublishOutcome.IMAGE_DELETED;
	}

	/** Takes back what was published, unless a later upload has replaced it since. */
	private void withdraw(String imageId, Predicate<ImageDocument> meant) {
		this.documents.deleteIf(imageId, meant).ifPresent(this.objects::remove);
	}

	/**
	 * Whoever made this document was overtaken by a deletion and did not take it back.
	 */
	private boolean isDoomed(ImageDocument document) {
		return this.tombstones.outlives(document.imageId(), document.acceptedAt());
	}

	/** A preview that the published image was not made from replaces its variants. */
	private static boolean replaces(ProcessedImage image, ImageDocument document) {
		PreviewObject preview = image.preview();
		return preview != null && !image.alreadyPublished() && !image.runId().equals(document.runId())
				&& !Objects.equals(preview.sha256(), document.previewSha256())
				&& image.recipeVersion() >= document.recipeVersion();
	}

	private ImageDocument document(ProcessedImage image, Source source, @Nullable ImageDocument former) {
		Instant now = now();
		PreviewObject preview = image.preview();
		OriginalObject original = image.original();
		String uploaded = image.uploadedSha256();
		ImageDocument document = new ImageDocument(ImageDocument.VERSION, image.imageId(), image.owner(),
				(uploaded != null) ? uploaded : original.sha256(),
				new PublishedOriginal(ImageObjects.originalKey(image), original.contentType(), original.bytes(),
						(uploaded != null) ? original.sha256() : null),
				(preview != null) ? ObjectKeys.preview(image.imageId(), image.runId()) : null,
				(preview != null) ? preview.sha256() : null, image.runId(), image.recipeVersion(), image.engine(),
				image.variants()
					.stream()
					.map((variant) -> new PublishedVariant(variant.name(), ImageObjects.variantKey(image, variant),
							variant.format(), variant.width(), variant.height(), variant.bytes()))
					.toList(),
				Objects.requireNonNull(image.metadata()), image.removed(),
				united((former != null) ? former.tags() : List.of(), image.tags()), image.warnings(), source,
				image.acceptedAt(), (former != null) ? former.createdAt() : now, now, image.placeholder(),
				image.keepLocation());
		// The owner wanted it before, and this upload of the same bytes was not asked.
		return (former != null && former.keepsLocation() && !document.keepsLocation())
				? document.withLocation(former.metadata().gps(), now) : document;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static List<String> united(List<String> some, List<String> others) {
		TreeSet<String> all = new TreeSet<>(some);
		all.addAll(others);
		return List.copyOf(all);
	}

}
