/**
 * Makes the variants of a photo and reads its metadata without leaking where, or with
 * which device, it was taken.
 */
@NullMarked
package org.imageingest.engine;

import org.jspecify.annotations.NullMarked;
