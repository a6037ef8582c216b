/**
 * Jobs and their rows: the memory of what was promised to whom.
 */
@NullMarked
package org.imageingest.source.job;

import org.jspecify.annotations.NullMarked;
