/**
 * Feeds parsers with broken input. {@link org.imageingest.testkit.fuzz.FuzzRun} is the
 * place to start reading.
 */
@NullMarked
package org.imageingest.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
