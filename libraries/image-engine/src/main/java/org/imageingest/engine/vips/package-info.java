/**
 * The general engine: every common format by libvips, where it lies on the machine.
 */
@NullMarked
package org.imageingest.engine.vips;

import org.jspecify.annotations.NullMarked;
