/**
 * The job that imports photos.
 */
@NullMarked
package org.imageingest.bulk.imports;

import org.jspecify.annotations.NullMarked;
