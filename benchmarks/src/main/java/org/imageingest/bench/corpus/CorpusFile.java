package org.imageingest.bench.corpus;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file to be sent.
 *
 * @param name path in the collection, with slashes
 * @param category what the table counts it under
 * @param path where it is
 * @param expectation what is known of it, or {@code null} if nothing is
 */
record CorpusFile(String name, String category, Path path, @Nullable Expectation expectation) {
}
