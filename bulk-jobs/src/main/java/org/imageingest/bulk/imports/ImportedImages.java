package org.imageingest.bulk.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imageingest.bulk.item.FetchedPhoto;
import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.step.JobRun;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.photo.FileDigest;
import org.imageingest.photo.ToldMetadata;
import org.imageingest.store.LocalRun;

/**
 * Describes images to the publisher in the words of the stream, so that an imported one
 * differs from an uploaded one in nothing but its source.
 */
class ImportedImages {

	private final JobRun run;

	private final int recipeVersion;

	private final boolean keepLocation;

	ImportedImages(JobRun run, int recipeVersion, boolean keepLocation) {
		this.run = run;
		this.recipeVersion = recipeVersion;
		this.keepLocation = keepLocation;
	}

	LocalRun made(SourceItem item, String imageId, FetchedPhoto photo, EngineResult result) throws IOException {
		List<StagedVariant> variants = new ArrayList<>();
		Map<String, Path> files = new HashMap<>();
		for (RenderedVariant rendered : result.variants()) {
			StagedVariant variant = variant(rendered);
			variants.add(variant);
			files.put(variant.key(), rendered.file());
		}
		Path stripped = result.strippedOriginal();
		ToldMetadata told = ToldMetadata.of(result);
		ProcessedImage image = new ProcessedImage(JobMessage.VERSION, jobName(), 1, imageId, item.owner(),
				this.run.acceptedAt(), this.run.newRunId(item), this.recipeVersion, result.engine(),
				(stripped != null) ? withoutLocation(stripped, photo) : original(photo), null, variants,
				told.metadata(), result.removed(), told.warnings(), item.place(), item.tags(), result.placeholder(),
				(stripped != null) ? photo.sha256() : null, this.keepLocation ? true : null);
		return (stripped != null) ? new LocalRun(image, stripped, null, files)
				: new LocalRun(image, photo.file(), photo.keyInStore(), files);
	}

	/** Of an image that is there already only the tags matter. */
	LocalRun published(SourceItem item, String imageId, FetchedPhoto photo, ImageDocument document) {
		ProcessedImage image = new ProcessedImage(JobMessage.VERSION, jobName(), 1, imageId, item.owner(),
				this.run.acceptedAt(), this.run.newRunId(item), this.recipeVersion, document.engine(), original(photo),
				null, List.of(), null, List.of(), List.of(), item.place(), item.tags());
		return new LocalRun(image, photo.file(), photo.keyInStore(), Map.of());
	}

	private String jobName() {
		return "import-" + this.run.instanceId();
	}

	private static OriginalObject original(FetchedPhoto photo) {
		return new OriginalObject("original", photo.format().contentType(), photo.format().extension(), photo.bytes(),
				photo.sha256());
	}

	private static OriginalObject withoutLocation(Path stripped, FetchedPhoto photo) throws IOException {
		return new OriginalObject("original", photo.format().contentType(), photo.format().extension(),
				Files.size(stripped), FileDigest.sha256(stripped));
	}

	private static StagedVariant variant(RenderedVariant rendered) throws IOException {
		return new StagedVariant(rendered.variant().name(), rendered.variant().format(), rendered.variant().fileName(),
				rendered.width(), rendered.height(), Files.size(rendered.file()), null);
	}

}
