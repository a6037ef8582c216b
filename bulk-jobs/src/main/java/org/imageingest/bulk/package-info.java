/**
 * Batch jobs: photos of a folder, a bucket or a list are imported as the stream would do
 * it. {@link org.imageingest.bulk.imports.ImportJobConfiguration} is the place to start
 * reading.
 */
@NullMarked
package org.imageingest.bulk;

import org.jspecify.annotations.NullMarked;
