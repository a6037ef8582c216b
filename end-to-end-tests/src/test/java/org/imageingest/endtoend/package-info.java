/**
 * What the pipeline promises, tried on each way to run it.
 */
@NullMarked
package org.imageingest.endtoend;

import org.jspecify.annotations.NullMarked;
