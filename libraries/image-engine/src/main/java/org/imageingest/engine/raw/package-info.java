/**
 * The pictures that cameras put into their RAW files, found without any library: a few
 * bounded reads of directories and boxes.
 */
@NullMarked
package org.imageingest.engine.raw;

import org.jspecify.annotations.NullMarked;
