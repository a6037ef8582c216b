/**
 * Messages that are promised but not yet confirmed by the broker.
 */
@NullMarked
package org.imageingest.source.outbox;

import org.jspecify.annotations.NullMarked;
