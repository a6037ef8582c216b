/**
 * Requests that a client may send again without having them done twice.
 */
@NullMarked
package org.imageingest.source.idempotency;

import org.jspecify.annotations.NullMarked;
