/**
 * Where objects lie in the bucket, and the record kept for each image.
 */
@NullMarked
package org.imageingest.model.storage;

import org.jspecify.annotations.NullMarked;
