package org.imageingest.processor;

import java.util.Objects;

import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.store.ImageDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Knows which uploads are published already, so that nothing has to be made of them.
 */
class PublishedImages {

	private final ImageDocuments documents;

	private final int recipeVersion;

	PublishedImages(ImageDocuments documents, int recipeVersion) {
		this.documents = documents;
		this.recipeVersion = recipeVersion;
	}

	/**
	 * Tells whether an upload is published already.
	 * @param upload the upload
	 * @param keepLocation whether its position is to be kept, which is to be read first
	 * where it was not
	 * @return true if nothing has to be made
	 */
	boolean cover(UploadedImage upload, boolean keepLocation) {
		return this.documents.findLiving(upload.imageId())
			.filter((document) -> !keepLocation || document.keepsLocation())
			.filter((document) -> isMadeFrom(upload.preview(), document) || isNewer(document))
			.isPresent();
	}

	/** An upload without a preview of its own is content with what was made before. */
	private static boolean isMadeFrom(@Nullable PreviewObject preview, ImageDocument document) {
		return preview == null || Objects.equals(preview.sha256(), document.previewSha256());
	}

	/** What an older recipe makes would never replace it. */
	private boolean isNewer(ImageDocument document) {
		return document.recipeVersion() > this.recipeVersion;
	}

}
