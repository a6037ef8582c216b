/**
 * The photos that are measured with.
 */
@NullMarked
package org.imageingest.bench.photo;

import org.jspecify.annotations.NullMarked;
