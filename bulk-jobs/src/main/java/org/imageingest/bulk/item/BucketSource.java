package org.imageingest.bulk.item;

import java.util.stream.Stream;

import org.imageingest.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * All objects under a prefix of a bucket, in the order of their keys. The place of an
 * object is its key.
 */
final class BucketSource implements ItemSource {

	private final ObjectStore store;

	private final S3Uri location;

	private final ItemDefaults defaults;

	/**
	 * Makes a source.
	 * @param store the bucket
	 * @param location name of the bucket, and the prefix
	 * @param defaults what each item has
	 */
	BucketSource(ObjectStore store, S3Uri location, ItemDefaults defaults) {
		this.store = store;
		this.location = location;
		this.defaults = defaults;
	}

	@Override
	public void check() {
		try {
			this.store.probe();
		}
		catch (SdkException ex) {
			throw new SourceException("The bucket '" + this.location.bucket() + "' cannot be read: " + ex.getMessage(),
					ex);
		}
	}

	@Override
	public Stream<SourceItem> open(@Nullable String after) {
		return this.store.list(this.location.key(), after)
			// Some tools make an object for each folder.
			.filter((object) -> !object.key().endsWith("/"))
			.map((object) -> this.defaults.item(object.key(),
					new S3Uri(this.location.bucket(), object.key()).toString()));
	}

}
