package org.imageingest.standalone.race;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.standalone.watch.RunningApps;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImagePublisher;
import org.imageingest.store.ImageRenewer;
import org.imageingest.store.LocalRun;
import org.imageingest.store.PublishConflictException;
import org.imageingest.store.PublishOutcome;
import org.imageingest.store.Renewal;
import org.imageingest.store.Renewal.Made;

/**
 * What bulk import and re-processing do with one photo, in their order and by the same
 * calls; the variants are made up. What another writer made outdated is begun anew, as
 * the jobs do.
 */
final class BulkJob {

	private static final List<String> VARIANTS = List.of("web", "thumbnail");

	private static final byte[] CONTENT = { 1, 2, 3 };

	private final ImageDocuments documents;

	private final ImagePublisher publisher;

	private final ImageRenewer renewer;

	private final Path original;

	private final Path variant;

	BulkJob(RunningApps apps, Path folder) throws Exception {
		this.documents = apps.bean(ImageDocuments.class);
		this.publisher = apps.bean(ImagePublisher.class);
		this.renewer = apps.bean(ImageRenewer.class);
		this.original = Files.write(folder.resolve("original.jpg"), CONTENT);
		this.variant = Files.write(folder.resolve("variant.webp"), CONTENT);
	}

	PublishOutcome importPhoto(String owner, String imageId, String tag) {
		Instant acceptedAt = Instant.now();
		while (true) {
			boolean isNew = this.documents.find(imageId).isEmpty();
			LocalRun run = run(owner, imageId, acceptedAt, tag, isNew);
			Source source = new Source("import", 1L);
			try {
				return isNew ? this.publisher.publishNew(run, source, () -> true)
						: this.publisher.publish(run, source, () -> true);
			}
			catch (PublishConflictException ex) {
				// The image came or went since it was looked for.
			}
		}
	}

	PublishOutcome renew(String imageId) {
		while (true) {
			Optional<ImageDocument> former = this.documents.find(imageId);
			if (former.isEmpty()) {
				return PublishOutcome.IMAGE_DELETED;
			}
			try {
				return this.renewer.renew(renewal(former.get()), () -> true);
			}
			catch (PublishConflictException ex) {
				// Another writer has replaced it since it was read.
			}
		}
	}

	/** Of an image that is there already only the tags matter. */
	private LocalRun run(String owner, String imageId, Instant acceptedAt, String tag, boolean isNew) {
		Map<String, Path> files = new HashMap<>();
		if (isNew) {
			VARIANTS.forEach((name) -> files.put(name + ".webp", this.variant));
		}
		List<StagedVariant> variants = files.keySet()
			.stream()
			.map((name) -> new StagedVariant(name.replace(".webp", ""), VariantFormat.WEBP, name, 3, 2, CONTENT.length,
					null))
			.toList();
		ImageMetadata metadata = isNew
				? new ImageMetadata(3, 2, 3, 2, 1, null, null, null, null, null, null, null, null, null, null, null)
				: null;
		ProcessedImage image = new ProcessedImage(1, "import-1", 1, imageId, owner, acceptedAt, Identifiers.newRunId(),
				1, "test", new OriginalObject("original", "image/jpeg", "jpg", CONTENT.length, "0".repeat(64)), null,
				variants, metadata, List.of(), List.of(), "photo.jpg", List.of(tag));
		return new LocalRun(image, this.original, null, files);
	}

	private Renewal renewal(ImageDocument former) {
		List<Made> made = former.variants()
			.stream()
			.map(PublishedVariant::name)
			.map((name) -> new Made(name, VariantFormat.WEBP, name + ".webp", this.variant, 3, 2, CONTENT.length))
			.toList();
		return new Renewal(former, Identifiers.newRunId(), former.recipeVersion(), "test", made, List.of(), null,
				former.metadata(), former.removed(), former.warnings(), former.placeholder());
	}

}
