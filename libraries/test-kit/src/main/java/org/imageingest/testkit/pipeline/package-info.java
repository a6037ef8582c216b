/**
 * The pipeline as its clients use it.
 */
@NullMarked
package org.imageingest.testkit.pipeline;

import org.jspecify.annotations.NullMarked;
