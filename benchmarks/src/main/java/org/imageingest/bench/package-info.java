/**
 * Measures the pipeline and its image engine: the commands of {@code ./bench}.
 */
@NullMarked
package org.imageingest.bench;

import org.jspecify.annotations.NullMarked;
