/**
 * Bounded reading of files that nobody vouches for.
 */
@NullMarked
package org.imageingest.engine.file;

import org.jspecify.annotations.NullMarked;
