/**
 * What makes pictures out of pictures: the contract that every set of image libraries
 * fulfils.
 */
@NullMarked
package org.imageingest.engine.render;

import org.jspecify.annotations.NullMarked;
