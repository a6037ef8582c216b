/**
 * Removal of staged bytes, which this app alone does.
 */
@NullMarked
package org.imageingest.source.staging;

import org.jspecify.annotations.NullMarked;
