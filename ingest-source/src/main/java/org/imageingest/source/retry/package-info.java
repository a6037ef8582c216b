/**
 * Sending failed jobs on their way once more.
 */
@NullMarked
package org.imageingest.source.retry;

import org.jspecify.annotations.NullMarked;
