/**
 * Messages that were parked because they kept failing: taken over from the broker, shown
 * to the operator, replayed or purged.
 */
@NullMarked
package org.imageingest.source.deadletter;

import org.jspecify.annotations.NullMarked;
