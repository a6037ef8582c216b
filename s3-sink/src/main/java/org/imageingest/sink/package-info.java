/**
 * The stream app that publishes what the processor made.
 */
@NullMarked
package org.imageingest.sink;

import org.jspecify.annotations.NullMarked;
