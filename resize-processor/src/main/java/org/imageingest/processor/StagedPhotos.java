package org.imageingest.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.StagedVariant;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.photo.FileDigest;
import org.imageingest.photo.Photo;
import org.imageingest.store.ObjectStore;
import org.imageingest.workspace.TemporaryDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches photos from staging and puts variants there.
 */
class StagedPhotos {

	private final ObjectStore store;

	StagedPhotos(ObjectStore store) {
		this.store = store;
	}

	/**
	 * Fetches a photo.
	 * @param upload the upload
	 * @param directory where to
	 * @return the photo; nothing if the job was called off, which starts with the
	 * deletion of its original
	 */
	Optional<Photo> download(UploadedImage upload, TemporaryDirectory directory) {
		Path original = directory.resolve("original");
		if (!this.store.download(upload.original().key(), original)) {
			return Optional.empty();
		}
		PreviewObject preview = upload.preview();
		if (preview == null) {
			return Optional.of(new Photo(original, null, upload.keepsLocation()));
		}
		Path previewFile = directory.resolve("preview");
		return this.store.download(preview.key(), previewFile)
				? Optional.of(new Photo(original, previewFile, upload.keepsLocation())) : Optional.empty();
	}

	/**
	 * Uploads the variants of a run, side by side: each is a round trip, and none depends
	 * on another.
	 * @param jobId the job
	 * @param runId the run
	 * @param variants the variants
	 * @return where they lie now
	 * @throws IOException if a file cannot be read
	 * @throws InterruptedException if the app is shutting down
	 */
	List<StagedVariant> upload(String jobId, String runId, List<RenderedVariant> variants)
			throws IOException, InterruptedException {
		List<Callable<StagedVariant>> uploads = variants.stream()
			.<Callable<StagedVariant>>map((variant) -> () -> upload(jobId, runId, variant))
			.toList();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<StagedVariant> staged = new ArrayList<>();
			for (Future<StagedVariant> upload : executor.invokeAll(uploads)) {
				staged.add(upload.get());
			}
			return staged;
		}
		catch (ExecutionException ex) {
			switch (Objects.requireNonNull(ex.getCause())) {
				case IOException cause -> throw cause;
				case RuntimeException cause -> throw cause;
				default -> throw new IllegalStateException("An upload failed", ex);
			}
		}
	}

	/**
	 * Uploads the copy of an original without its location, if there is one.
	 * @param upload the upload
	 * @param runId the run
	 * @param stripped the copy
	 * @return the original to publish
	 * @throws IOException if the file cannot be read
	 */
	OriginalObject upload(UploadedImage upload, String runId, @Nullable Path stripped) throws IOException {
		OriginalObject original = upload.original();
		if (stripped == null) {
			return original;
		}
		String key = ObjectKeys.stagedStrippedOriginal(upload.jobId(), runId);
		String sha256 = FileDigest.sha256(stripped);
		this.store.putFile(key, stripped, original.contentType());
		return new OriginalObject(key, original.contentType(), original.ext(), Files.size(stripped), sha256);
	}

	private StagedVariant upload(String jobId, String runId, RenderedVariant rendered) throws IOException {
		Variant variant = rendered.variant();
		String key = ObjectKeys.stagedVariant(jobId, runId, variant.fileName());
		String sha256 = FileDigest.sha256(rendered.file());
		this.store.putFile(key, rendered.file(), variant.format().contentType());
		return new StagedVariant(variant.name(), variant.format(), key, rendered.width(), rendered.height(),
				Files.size(rendered.file()), sha256);
	}

}
