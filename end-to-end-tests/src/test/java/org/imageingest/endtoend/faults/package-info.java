/**
 * Parts of the running pipeline are killed, stopped and cut off, and what was promised is
 * held against what became of it. Long: run by {@code ./mvnw -Pfaults verify}.
 */
@NullMarked
package org.imageingest.endtoend.faults;

import org.jspecify.annotations.NullMarked;
