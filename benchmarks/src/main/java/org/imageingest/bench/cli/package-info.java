/**
 * The command line.
 */
@NullMarked
package org.imageingest.bench.cli;

import org.jspecify.annotations.NullMarked;
