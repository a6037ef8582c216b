package org.imageingest.bulk.item;

import java.nio.file.Path;

import org.imageingest.engine.format.ImageFormat;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a photo, which nobody else changes.
 *
 * @param file where it lies
 * @param bytes size in bytes
 * @param sha256 lower-case hexadecimal SHA-256
 * @param format format judged by content
 * @param keyInStore key of the same bytes in the pipeline's own bucket, if they are there
 */
public record FetchedPhoto(Path file, long bytes, String sha256, ImageFormat format, @Nullable String keyInStore) {
}
