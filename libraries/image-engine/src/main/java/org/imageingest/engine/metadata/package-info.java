/**
 * What is kept of a photo's metadata, and what is dropped.
 */
@NullMarked
package org.imageingest.engine.metadata;

import org.jspecify.annotations.NullMarked;
