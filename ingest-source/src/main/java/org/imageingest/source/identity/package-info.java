/**
 * The key that image names are derived from.
 */
@NullMarked
package org.imageingest.source.identity;

import org.jspecify.annotations.NullMarked;
