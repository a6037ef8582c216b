package org.imageingest.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;

/**
 * Copies or uploads the objects of one run to where they are published, and removes them
 * again, by run or by image.
 */
final class ImageObjects {

	/** Bounded, because copies at a CDN outlive a deletion by that long. */
	private static final String ONE_DAY = "public, max-age=86400";

	private static final String NOT_SHARED = "private, max-age=3600";

	/** Place of the run in {@code images/{imageId}/{runId}/...}. */
	private static final int RUN_IN_KEY = 2;

	private final ObjectStore store;

	ImageObjects(ObjectStore store) {
		this.store = store;
	}

	/**
	 * Copies all objects of a run, side by side: each copy is a round trip, and none
	 * depends on another.
	 * @param image the image
	 * @return false if one of them is not in staging any more
	 */
	boolean copy(ProcessedImage image) {
		List<Callable<Boolean>> copies = new ArrayList<>();
		OriginalObject original = image.original();
		copies.add(() -> this.store.copy(original.key(), originalKey(image), original.contentType(), NOT_SHARED));
		PreviewObject preview = image.preview();
		if (preview != null) {
			copies.add(() -> this.store.copy(preview.key(), ObjectKeys.preview(image.imageId(), image.runId()),
					"image/jpeg", NOT_SHARED));
		}
		for (StagedVariant variant : image.variants()) {
			copies.add(() -> this.store.copy(variant.key(), variantKey(image, variant), variant.format().contentType(),
					ONE_DAY));
		}
		return runAll(copies);
	}

	/**
	 * Uploads all objects of a run, side by side. An original that lies in the bucket
	 * already is copied there.
	 * @param run the image and its files
	 * @return false if the original is not there any more
	 */
	boolean put(LocalRun run) {
		ProcessedImage image = run.image();
		List<Callable<Boolean>> puts = new ArrayList<>();
		puts.add(() -> putOriginal(run));
		for (StagedVariant variant : image.variants()) {
			Path file = Objects.requireNonNull(run.variants().get(variant.key()), variant.key());
			puts.add(() -> put(variantKey(image, variant), file, variant.format().contentType(), ONE_DAY));
		}
		return runAll(puts);
	}

	/**
	 * Uploads all objects of a run that makes a published image anew, side by side.
	 * @param renewal what was made
	 */
	void put(Renewal renewal) {
		List<Callable<Boolean>> puts = new ArrayList<>();
		Renewal.NewOriginal original = renewal.original();
		if (original != null) {
			puts.add(() -> put(ImageRenewer.originalKey(renewal), original.file(),
					renewal.former().original().contentType(), NOT_SHARED));
		}
		for (Renewal.Made made : renewal.made()) {
			puts.add(() -> put(ImageRenewer.variantKey(renewal, made), made.file(), made.format().contentType(),
					ONE_DAY));
		}
		runAll(puts);
	}

	private boolean put(String key, Path file, String contentType, String cacheControl) {
		this.store.putFile(key, file, contentType, cacheControl);
		return true;
	}

	private boolean putOriginal(LocalRun run) {
		OriginalObject original = run.image().original();
		String key = originalKey(run.image());
		if (run.originalInStore() != null) {
			return this.store.copy(run.originalInStore(), key, original.contentType(), NOT_SHARED);
		}
		return put(key, run.original(), original.contentType(), NOT_SHARED);
	}

	/**
	 * Names the runs that have left objects of an image.
	 * @param imageId the image
	 * @return their identifiers
	 */
	Set<String> runs(String imageId) {
		return list(imageId).map((object) -> object.key().split("/")[RUN_IN_KEY]).collect(Collectors.toSet());
	}

	/**
	 * Removes a run, but for what is shown of it: a document that was made anew names
	 * objects of several runs.
	 * @param imageId the image
	 * @param runId the run
	 * @param shown the document of the image, if there is one
	 */
	void removeUnshown(String imageId, String runId, Optional<ImageDocument> shown) {
		Set<String> named = shown.map(ImageObjects::named).orElse(Set.of());
		if (named.stream().noneMatch((key) -> key.contains("/" + runId + "/"))) {
			remove(imageId, runId);
			return;
		}
		remove(Stream.of(ObjectKeys.imageRun(imageId, runId), ObjectKeys.originalRun(imageId, runId))
			.flatMap(this.store::list)
			.map(ListedObject::key)
			.filter((key) -> !named.contains(key))
			.toList());
	}

	void remove(String imageId, String runId) {
		this.store.deleteAll(ObjectKeys.imageRun(imageId, runId));
		this.store.deleteAll(ObjectKeys.originalRun(imageId, runId));
	}

	/**
	 * Removes all objects that a document names, whichever run made them, and what else
	 * its own run left.
	 * @param document a document that is not shown any more
	 */
	void remove(ImageDocument document) {
		this.store.deleteAll(named(document));
		remove(document.imageId(), document.runId());
	}

	void remove(List<String> keys) {
		this.store.deleteAll(keys);
	}

	/**
	 * Returns the keys of all objects that a document names.
	 * @param document the document
	 * @return keys of original, preview and variants
	 */
	static Set<String> named(ImageDocument document) {
		Set<String> keys = new HashSet<>();
		keys.add(document.original().key());
		if (document.preview() != null) {
			keys.add(document.preview());
		}
		document.variants().forEach((variant) -> keys.add(variant.key()));
		return keys;
	}

	/**
	 * Lists the objects of all runs of an image.
	 * @param imageId the image
	 * @return variants, then originals
	 */
	Stream<ListedObject> list(String imageId) {
		return Stream.concat(variants(imageId), this.store.list(ObjectKeys.originals(imageId)));
	}

	/**
	 * Lists the variants of all runs of an image.
	 * @param imageId the image
	 * @return variants, shown or not
	 */
	Stream<ListedObject> variants(String imageId) {
		return this.store.list(ObjectKeys.image(imageId));
	}

	static String originalKey(ProcessedImage image) {
		return ObjectKeys.original(image.imageId(), image.runId(), image.original().ext());
	}

	static String variantKey(ProcessedImage image, StagedVariant variant) {
		String fileName = variant.key().substring(variant.key().lastIndexOf('/') + 1);
		return ObjectKeys.variant(image.imageId(), image.runId(), fileName);
	}

	private static boolean runAll(List<Callable<Boolean>> copies) {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			boolean all = true;
			for (var copy : executor.invokeAll(copies)) {
				all &= copy.get();
			}
			return all;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while copying", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
	}

}
