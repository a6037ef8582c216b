package org.imageingest.bulk.reprocess;

import java.util.List;
import java.util.stream.Stream;

import org.imageingest.bulk.item.ItemSource;
import org.imageingest.bulk.item.SourceException;
import org.imageingest.bulk.item.SourceItem;
import org.imageingest.store.ImageDocuments;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * All published images, in the order of their names. The place of an image is its name.
 */
final class PublishedSource implements ItemSource {

	private final ImageDocuments documents;

	private final String prefix;

	PublishedSource(ImageDocuments documents, String prefix) {
		this.documents = documents;
		this.prefix = prefix;
	}

	@Override
	public void check() {
		try (Stream<String> images = this.documents.imageIds(this.prefix, null)) {
			var _ = images.findFirst();
		}
		catch (SdkException ex) {
			throw new SourceException("The bucket cannot be read: " + ex.getMessage(), ex);
		}
	}

	/** Owner and tags stay those of the document. */
	@Override
	public Stream<SourceItem> open(@Nullable String after) {
		return this.documents.imageIds(this.prefix, after)
			.map((imageId) -> new SourceItem(imageId, imageId, "", List.of(), null));
	}

}
