package org.imageingest.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.processor.StagedPhotos.Photo;
import org.imageingest.workspace.TemporaryDirectory;

/**
 * Lets the engine read the metadata and make the variants.
 */
class VariantRendering {

	private final ImageEngine engine;

	private final Recipe recipe;

	private final MetadataPolicy policy;

	private final ImageLimits limits;

	VariantRendering(ImageEngine engine, Recipe recipe, MetadataPolicy policy, ImageLimits limits) {
		this.engine = engine;
		this.recipe = recipe;
		this.policy = policy;
		this.limits = limits;
	}

	EngineResult render(Photo photo, TemporaryDirectory directory) throws IOException {
		EngineResult original = process(photo.original(), directory.create("variants"));
		Path preview = photo.preview();
		if (preview == null) {
			return original;
		}
		return shownBy(process(preview, directory.create("preview-variants")), original);
	}

	private EngineResult process(Path source, Path outputDirectory) throws IOException {
		return this.engine.process(new EngineRequest(source, this.recipe, this.policy, this.limits, outputDirectory));
	}

	/** The client's preview shows the photo; what is told about it is the RAW's. */
	private static EngineResult shownBy(EngineResult preview, EngineResult original) {
		List<String> warnings = Stream
			.concat(original.warnings()
				.stream()
				.filter((warning) -> !warning.equals(EngineWarnings.FORMAT_NEEDS_NATIVE_ENGINE)),
					preview.warnings().stream())
			.distinct()
			.toList();
		return new EngineResult(preview.engine(), original.format(), original.metadata(), original.removed(),
				preview.variants(), warnings);
	}

}
