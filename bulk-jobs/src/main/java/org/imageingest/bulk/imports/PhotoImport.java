package org.imageingest.bulk.imports;

import java.io.IOException;
import java.util.Optional;

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
		try (TemporaryDirectory directory = this.workspace.newDirectory()) {
			return ItemOutcome.of(item, take(item, directory));
		}
		catch (ProblemException ex) {
			return ItemOutcome.skipped(item, ex.problem());
		}
	}

	private Kind take(SourceItem item, TemporaryDirectory directory) throws IOException {
		FetchedPhoto photo = this.fetcher.fetch(item.uri(), directory.resolve("original"));
		String imageId = this.identityKey.imageId(item.owner(), photo.sha256());
		Optional<ImageDocument> document = this.documents.find(imageId);
		if (document.filter((known) -> !this.keepLocation || known.keepsLocation()).isPresent()) {
			Kind kind = addTags(item, photo, document.get());
			return (kind == Kind.PRESENT && this.run.madeBy(item, document.get().runId())) ? Kind.WRITTEN : kind;
		}
		if (document.isEmpty()) {
			this.publisher.removeRuns(imageId, (runId) -> this.run.gaveUp(item, runId));
		}
		EngineResult result = this.rendering.render(new Photo(photo.file(), null, this.keepLocation), directory);
		return publish(this.images.made(item, imageId, photo, result));
	}

	/** Of a million photos that are there already none has tags to add. */
	private Kind addTags(SourceItem item, FetchedPhoto photo, ImageDocument document) {
		if (document.tags().containsAll(item.tags()) && this.documents.isLiving(document)) {
			return Kind.PRESENT;
		}
		return publish(this.images.published(item, document.imageId(), photo, document));
	}

	private Kind publish(LocalRun image) {
		return switch (this.publisher.publish(image, new Source("import", this.run.instanceId()), this.lease::isHeld)) {
			case PUBLISHED -> Kind.WRITTEN;
			case ALREADY_PUBLISHED -> Kind.PRESENT;
			case IMAGE_DELETED -> Kind.FILTERED;
			case CLAIM_MISSING -> throw this.lease.lost();
		};
	}

}
