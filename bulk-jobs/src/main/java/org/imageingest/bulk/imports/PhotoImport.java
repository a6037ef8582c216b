package org.imageingest.bulk.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.imageingest.bulk.item.FetchedPhoto;
import org.imageingest.bulk.item.PhotoFetcher;
import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.lease.Lease;
import org.imageingest.bulk.step.ItemOutcome;
import org.imageingest.bulk.step.ItemOutcome.Kind;
import org.imageingest.bulk.step.JobRun;
import org.imageingest.engine.EngineResult;
import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.photo.Photo;
import org.imageingest.photo.VariantRendering;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImagePublisher;
import org.imageingest.store.LocalRun;
import org.imageingest.store.PublishOutcome;
import org.imageingest.workspace.TemporaryDirectory;
import org.imageingest.workspace.Workspace;

import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * The way of one photo, step by step. It may be gone any number of times: whatever it
 * stores is under names of its own until one PUT of the document makes it the image.
 */
class PhotoImport implements ItemProcessor<SourceItem, ItemOutcome> {

	private final JobRun run;

	private final Lease lease;

	private final PhotoFetcher fetcher;

	private final IdentityKey identityKey;

	private final ImageDocuments documents;

	private final VariantRendering rendering;

	private final ImagePublisher publisher;

	private final ImportedImages images;

	private final Workspace workspace;

	private final boolean keepLocation;

	/** Places of the items in hand; one that comes again was tried before. */
	private final Set<String> begun = ConcurrentHashMap.newKeySet();

	PhotoImport(JobRun run, Lease lease, PhotoFetcher fetcher, IdentityKey identityKey, ImageDocuments documents,
			VariantRendering rendering, ImagePublisher publisher, ImportedImages images, Workspace workspace,
			boolean keepLocation) {
		this.run = run;
		this.lease = lease;
		this.fetcher = fetcher;
		this.identityKey = identityKey;
		this.documents = documents;
		this.rendering = rendering;
		this.publisher = publisher;
		this.images = images;
		this.workspace = workspace;
		this.keepLocation = keepLocation;
	}

	@Override
	public ItemOutcome process(SourceItem item) throws IOException {
		Problem known = item.problem();
		if (known != null) {
			return ItemOutcome.skipped(item, known);
		}
		boolean first = this.begun.add(item.place()) && this.lease.isFirst();
		ItemOutcome outcome = outcome(item, first);
		this.begun.remove(item.place());
		return outcome;
	}

	private ItemOutcome outcome(SourceItem item, boolean first) throws IOException {
		try (TemporaryDirectory directory = this.workspace.newDirectory()) {
			return ItemOutcome.of(item, take(item, first, directory));
		}
		catch (ProblemException ex) {
			return ItemOutcome.skipped(item, ex.problem());
		}
	}

	private Kind take(SourceItem item, boolean first, TemporaryDirectory directory) throws IOException {
		FetchedPhoto photo = this.fetcher.fetch(item.uri(), directory.resolve("original"));
		String imageId = this.identityKey.imageId(item.owner(), photo.sha256());
		Optional<ImageDocument> document = this.documents.find(imageId);
		if (document.filter((known) -> !this.keepLocation || known.keepsLocation()).isPresent()) {
			Kind kind = addTags(item, photo, document.get());
			return (kind == Kind.PRESENT && this.run.madeBy(item, document.get().runId())) ? Kind.WRITTEN : kind;
		}
		if (document.isEmpty() && !first) {
			this.publisher.removeRuns(imageId, (runId) -> this.run.gaveUp(item, runId));
		}
		EngineResult result = this.rendering.render(new Photo(photo.file(), null, this.keepLocation), directory);
		LocalRun made = this.images.made(item, imageId, photo, result);
		return kind(document.isEmpty() ? this.publisher.publishNew(made, source(), this.lease::isHeld)
				: this.publisher.publish(made, source(), this.lease::isHeld));
	}

	/** Of a million photos that are there already none has tags to add. */
	private Kind addTags(SourceItem item, FetchedPhoto photo, ImageDocument document) {
		if (document.tags().containsAll(item.tags()) && this.documents.isLiving(document)) {
			return Kind.PRESENT;
		}
		LocalRun published = this.images.published(item, document.imageId(), photo, document);
		return kind(this.publisher.publish(published, source(), this.lease::isHeld));
	}

	private Source source() {
		return new Source("import", this.run.instanceId());
	}

	private Kind kind(PublishOutcome outcome) {
		return switch (outcome) {
			case PUBLISHED -> Kind.WRITTEN;
			case ALREADY_PUBLISHED -> Kind.PRESENT;
			case IMAGE_DELETED -> Kind.FILTERED;
			case CLAIM_MISSING -> throw this.lease.lost();
		};
	}

}
