/**
 * Files that are gone when a measurement ends.
 */
@NullMarked
package org.imageingest.bench.file;

import org.jspecify.annotations.NullMarked;
