package org.imageingest.bulk.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.imageingest.engine.EngineResult;
import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.message.MessageLimits;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.photo.FileDigest;
import org.imageingest.photo.ToldMetadata;
import org.imageingest.store.Renewal;
import org.jspecify.annotations.Nullable;

/**
 * Describes to the store what was made anew, beside what stays.
 */
class RenewedImages {

	private final int recipeVersion;

	private final StrippedMetadata stripped;

	RenewedImages(int recipeVersion, StrippedMetadata stripped) {
		this.recipeVersion = recipeVersion;
		this.stripped = stripped;
	}

	/**
	 * Describes an image of which everything was made anew. Variants that stay have the
	 * older recipe, and the image with them.
	 */
	Renewal whole(ImageDocument former, String runId, EngineResult result, Set<String> keep) throws IOException {
		ToldMetadata told = ToldMetadata.of(result);
		List<String> kept = kept(result, keep);
		return new Renewal(former, runId, recipeVersion(former, kept), result.engine(), made(result), kept,
				original(result.strippedOriginal()), this.stripped.metadata(former, told.metadata()),
				this.stripped.removed(former, result.removed()), told.warnings(), placeholder(former, result));
	}

	/**
	 * Describes an image of which only missing variants were made. All else stays as it
	 * was, unless there was nothing but the original.
	 */
	Renewal completed(ImageDocument former, String runId, EngineResult result, Set<String> keep) throws IOException {
		Renewal whole = whole(former, runId, result, keep);
		boolean isFirst = whole.kept().isEmpty();
		return new Renewal(former, runId, whole.recipeVersion(), whole.engine(), whole.made(), whole.kept(), null,
				isFirst ? whole.metadata() : former.metadata(), isFirst ? whole.removed() : former.removed(),
				warnings(former, result, whole.warnings()), isFirst ? whole.placeholder() : former.placeholder());
	}

	/** What was said of the original goes on to hold. */
	private static List<String> warnings(ImageDocument former, EngineResult result, List<String> told) {
		Set<String> settled = new HashSet<>(
				Set.of(EngineWarnings.FORMAT_NEEDS_NATIVE_ENGINE, EngineWarnings.RAW_WITHOUT_PREVIEW));
		result.variants().forEach((made) -> settled.add(EngineWarnings.variantNotMade(made.variant())));
		return Stream.concat(former.warnings().stream().filter((warning) -> !settled.contains(warning)), told.stream())
			.distinct()
			.limit(MessageLimits.WARNINGS)
			.toList();
	}

	private int recipeVersion(ImageDocument former, List<String> kept) {
		return kept.isEmpty() ? this.recipeVersion : former.recipeVersion();
	}

	private static List<String> kept(EngineResult result, Set<String> keep) {
		List<String> made = result.variants().stream().map((variant) -> variant.variant().name()).toList();
		return keep.stream().filter((name) -> !made.contains(name)).toList();
	}

	private static @Nullable String placeholder(ImageDocument former, EngineResult result) {
		return (result.placeholder() != null) ? result.placeholder() : former.placeholder();
	}

	private static List<Renewal.Made> made(EngineResult result) throws IOException {
		List<Renewal.Made> made = new ArrayList<>();
		for (RenderedVariant rendered : result.variants()) {
			made.add(new Renewal.Made(rendered.variant().name(), rendered.variant().format(),
					rendered.variant().fileName(), rendered.file(), rendered.width(), rendered.height(),
					Files.size(rendered.file())));
		}
		return made;
	}

	private static Renewal.@Nullable NewOriginal original(@Nullable Path stripped) throws IOException {
		return (stripped != null) ? new Renewal.NewOriginal(stripped, Files.size(stripped), FileDigest.sha256(stripped))
				: null;
	}

}
