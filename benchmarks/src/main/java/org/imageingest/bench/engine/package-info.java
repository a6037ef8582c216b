/**
 * The image engine alone.
 */
@NullMarked
package org.imageingest.bench.engine;

import org.jspecify.annotations.NullMarked;
