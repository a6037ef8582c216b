package org.imageingest.bench.engine;

import java.time.Duration;

/**
 * What one photo took.
 *
 * @param time from the call of the engine to its answer
 * @param bytes size of all variants
 */
record PhotoRun(Duration time, long bytes) {
}
