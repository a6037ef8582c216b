/**
 * Which variants are made of a photo.
 */
@NullMarked
package org.imageingest.model.recipe;

import org.jspecify.annotations.NullMarked;
