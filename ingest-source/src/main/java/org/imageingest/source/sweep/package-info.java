/**
 * The search for objects that nobody needs any more.
 */
@NullMarked
package org.imageingest.source.sweep;

import org.jspecify.annotations.NullMarked;
