/**
 * Tiny pictures that are shown while a variant is loaded.
 */
@NullMarked
package org.imageingest.engine.placeholder;

import org.jspecify.annotations.NullMarked;
