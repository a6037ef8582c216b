/**
 * The steps of the image engine, one by one.
 */
@NullMarked
package org.imageingest.bench.stages;

import org.jspecify.annotations.NullMarked;
