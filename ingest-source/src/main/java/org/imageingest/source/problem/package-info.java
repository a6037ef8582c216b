/**
 * Pages that explain the problems: what the {@code type} of a problem document points to.
 */
@NullMarked
package org.imageingest.source.problem;

import org.jspecify.annotations.NullMarked;
