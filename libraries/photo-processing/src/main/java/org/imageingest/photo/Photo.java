package org.imageingest.photo;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A photo on the local disk.
 *
 * @param original the file as it came in
 * @param preview the client's picture of the same scene, if any
 * @param keepLocation whether its owner wants its position kept
 */
public record Photo(Path original, @Nullable Path preview, boolean keepLocation) {
}
