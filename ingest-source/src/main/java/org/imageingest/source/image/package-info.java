/**
 * Published images as their owners see them, and their deletion.
 */
@NullMarked
package org.imageingest.source.image;

import org.jspecify.annotations.NullMarked;
