/**
 * Tells how far a job is.
 */
@NullMarked
package org.imageingest.bulk.progress;

import org.jspecify.annotations.NullMarked;
