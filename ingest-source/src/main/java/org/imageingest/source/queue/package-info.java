/**
 * The broker's queues as an observer sees them.
 */
@NullMarked
package org.imageingest.source.queue;

import org.jspecify.annotations.NullMarked;
