/**
 * Temporary files of a process that may be killed at any moment.
 */
@NullMarked
package org.imageingest.workspace;

import org.jspecify.annotations.NullMarked;
