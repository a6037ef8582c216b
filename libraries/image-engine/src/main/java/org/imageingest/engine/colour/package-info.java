/**
 * What the values of a picture mean, as far as its file tells.
 */
@NullMarked
package org.imageingest.engine.colour;

import org.jspecify.annotations.NullMarked;
