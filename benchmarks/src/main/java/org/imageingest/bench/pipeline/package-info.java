/**
 * The whole pipeline under load, from upload to the finished image.
 */
@NullMarked
package org.imageingest.bench.pipeline;

import org.jspecify.annotations.NullMarked;
