package org.imageingest.store;

import java.nio.file.Path;
import java.util.Map;

import org.imageingest.model.message.ProcessedImage;
import org.jspecify.annotations.Nullable;

/**
 * An image whose objects lie on the local disk.
 *
 * @param image what is published; the keys in it are names and nothing lies there
 * @param original the file as it came in
 * @param originalInStore key of the same bytes in the bucket, from which they are copied
 * instead of uploaded
 * @param variants the variants, by the keys that the image gives them
 */
public record LocalRun(ProcessedImage image, Path original, @Nullable String originalInStore,
		Map<String, Path> variants) {

	public LocalRun {
		variants = Map.copyOf(variants);
	}

}
