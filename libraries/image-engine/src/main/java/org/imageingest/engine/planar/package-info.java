/**
 * The fast way of a YCbCr JPEG: it is decoded to planes, each plane is resized, and the
 * planes are encoded again. RGB pixels are never made.
 */
@NullMarked
package org.imageingest.engine.planar;

import org.jspecify.annotations.NullMarked;
