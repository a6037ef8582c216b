/**
 * The bucket, seen from behind the pipeline.
 */
@NullMarked
package org.imageingest.endtoend.bucket;

import org.jspecify.annotations.NullMarked;
