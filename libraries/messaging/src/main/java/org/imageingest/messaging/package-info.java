/**
 * How the stream apps hand work on without losing it: sending that waits for the broker's
 * confirmation, retry of what may pass, dead letters for what does not.
 */
@NullMarked
package org.imageingest.messaging;

import org.jspecify.annotations.NullMarked;
