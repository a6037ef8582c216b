/**
 * The pipeline operated from a Data Flow server: {@code ./run dataflow} as a person runs
 * it. Long; run by the profile {@code dataflow}.
 */
@NullMarked
package org.imageingest.endtoend.dataflow;

import org.jspecify.annotations.NullMarked;
