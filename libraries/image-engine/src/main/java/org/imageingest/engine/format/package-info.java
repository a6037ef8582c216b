/**
 * Which formats are taken, and how they are told apart by content.
 */
@NullMarked
package org.imageingest.engine.format;

import org.jspecify.annotations.NullMarked;
