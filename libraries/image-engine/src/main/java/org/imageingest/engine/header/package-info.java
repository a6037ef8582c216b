/**
 * Format and size of a picture from its first bytes, before anything is decoded.
 */
@NullMarked
package org.imageingest.engine.header;

import org.jspecify.annotations.NullMarked;
