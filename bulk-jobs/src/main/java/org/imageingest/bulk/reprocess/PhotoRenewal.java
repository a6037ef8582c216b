package org.imageingest.bulk.reprocess;

import java.io.IOException;
import java.util.Optional;

import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.lease.Lease;
import org.imageingest.bulk.step.ItemOutcome;
import org.imageingest.bulk.step.ItemOutcome.Kind;
import org.imageingest.bulk.step.JobRun;
import org.imageingest.engine.EngineResult;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.photo.Photo;
import org.imageingest.photo.VariantRendering;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImageRenewer;
import org.imageingest.store.Renewal;
import org.imageingest.workspace.TemporaryDirectory;
import org.imageingest.workspace.Workspace;
import tools.jackson.core.JacksonException;

import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * The way of one published image, step by step. It may be gone any number of times: from
 * its document it is seen whether this item has replaced it already.
 */
class PhotoRenewal implements ItemProcessor<SourceItem, ItemOutcome> {

	private final JobRun run;

	private final Lease lease;

	private final Selection selection;

	private final Recipe recipe;

	private final ImageDocuments documents;

	private final ImageRenewer renewer;

	private final StoredPhotos photos;

	private final VariantRendering rendering;

	private final RenewedImages images;

	private final Workspace workspace;

	PhotoRenewal(JobRun run, Lease lease, Selection selection, Recipe recipe, ImageDocuments documents,
			ImageRenewer renewer, StoredPhotos photos, VariantRendering rendering, RenewedImages images,
			Workspace workspace) {
		this.run = run;
		this.lease = lease;
		this.selection = selection;
		this.recipe = recipe;
		this.documents = documents;
		this.renewer = renewer;
		this.photos = photos;
		this.rendering = rendering;
		this.images = images;
		this.workspace = workspace;
	}

	@Override
	public ItemOutcome process(SourceItem item) throws IOException {
		try {
			return ItemOutcome.of(item, renew(item));
		}
		catch (ProblemException ex) {
			return ItemOutcome.skipped(item, ex.problem());
		}
	}

	private Kind renew(SourceItem item) throws IOException {
		ImageDocument document = read(item).orElse(null);
		if (document == null) {
			return Kind.FILTERED;
		}
		if (this.run.madeBy(item, document.runId())) {
			return this.renewer.takeBackDeleted(document) ? Kind.FILTERED : Kind.WRITTEN;
		}
		// What an older recipe makes never replaces it.
		if (!this.selection.takes(document) || document.recipeVersion() > this.recipe.version()) {
			return Kind.PRESENT;
		}
		if (this.renewer.takeBackDeleted(document)) {
			return Kind.FILTERED;
		}
		WantedVariants wanted = wanted(document);
		if (wanted.make().isEmpty()) {
			return Kind.PRESENT;
		}
		try (TemporaryDirectory directory = this.workspace.newDirectory()) {
			Photo photo = this.photos.fetch(document, directory).orElse(null);
			return (photo != null) ? make(item, document, wanted, photo, directory) : withoutPhoto(item, document);
		}
	}

	private Optional<ImageDocument> read(SourceItem item) {
		try {
			Optional<ImageDocument> document = this.documents.find(item.place());
			document.filter((it) -> it.v() > ImageDocument.VERSION).ifPresent((it) -> {
				throw problem(ProblemType.PROCESSING_FAILED, "The document has version " + it.v()
						+ ", this release writes version " + ImageDocument.VERSION);
			});
			return document;
		}
		catch (JacksonException ex) {
			throw new ProblemException(Problem.of(ProblemType.PROCESSING_FAILED,
					"The document cannot be read: " + ex.getOriginalMessage()), ex);
		}
	}

	private WantedVariants wanted(ImageDocument document) {
		return this.selection.onlyMissing()
				? WantedVariants.missing(document, this.recipe, this.renewer.lostVariants(document))
				: WantedVariants.all(document, this.recipe);
	}

	/** It went with the image, or with the document that named it, or was lost. */
	private Kind withoutPhoto(SourceItem item, ImageDocument document) throws IOException {
		if (this.documents.find(item.place()).filter(document::equals).isPresent()) {
			throw problem(ProblemType.NOT_FOUND, "The original or its preview is not in the store");
		}
		return renew(item);
	}

	private Kind make(SourceItem item, ImageDocument document, WantedVariants wanted, Photo photo,
			TemporaryDirectory directory) throws IOException {
		String runId = this.run.newRunId(item);
		if (this.selection.onlyMissing()) {
			EngineResult result = this.rendering.renderOnly(photo, wanted.make(), directory);
			return result.variants().isEmpty() ? Kind.PRESENT
					: replace(this.images.completed(document, runId, result, wanted.keep()));
		}
		EngineResult result = this.rendering.render(photo, directory);
		if (result.variants().isEmpty() && !document.variants().isEmpty()) {
			throw problem(ProblemType.UNSUPPORTED_IMAGE_TYPE, "The variants were made by another engine; the one here ("
					+ result.engine() + ") cannot make any: " + result.warnings());
		}
		return replace(this.images.whole(document, runId, result, wanted.keep()));
	}

	private Kind replace(Renewal renewal) {
		return switch (this.renewer.renew(renewal, this.lease::isHeld)) {
			case PUBLISHED, ALREADY_PUBLISHED -> Kind.WRITTEN;
			case IMAGE_DELETED -> Kind.FILTERED;
			case CLAIM_MISSING -> throw this.lease.lost();
		};
	}

	private static ProblemException problem(ProblemType type, String detail) {
		return new ProblemException(Problem.of(type, detail));
	}

}
