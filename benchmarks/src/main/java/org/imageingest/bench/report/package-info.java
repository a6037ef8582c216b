/**
 * How measurements are summed up and told.
 */
@NullMarked
package org.imageingest.bench.report;

import org.jspecify.annotations.NullMarked;
