/**
 * The catalogue of everything that can go wrong for a client (RFC 9457).
 */
@NullMarked
package org.imageingest.model.problem;

import org.jspecify.annotations.NullMarked;
