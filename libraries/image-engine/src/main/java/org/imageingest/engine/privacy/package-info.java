/**
 * Removes from an original what tells where it was taken, without touching its pixels.
 * {@link org.imageingest.engine.privacy.LocationRemoval} is the place to start reading.
 */
@NullMarked
package org.imageingest.engine.privacy;

import org.jspecify.annotations.NullMarked;
