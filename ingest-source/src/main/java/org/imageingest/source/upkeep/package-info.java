/**
 * Work that one instance at a time does for all of them.
 */
@NullMarked
package org.imageingest.source.upkeep;

import org.jspecify.annotations.NullMarked;
